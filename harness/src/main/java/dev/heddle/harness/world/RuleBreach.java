package dev.heddle.harness.world;

/**
 * What a target did that no harness can make repeatable: it blocked, hung, or used a thread or clock
 * that is not under control.
 *
 * @param what one line: what was done and by whom
 * @param remedy one line: what to do about it
 * @param culprit an exception whose stack shows where
 */
public record RuleBreach(String what, String remedy, Throwable culprit) {}
