package dev.heddle.harness.world;

/**
 * What a target did that no harness can make repeatable: it blocked, hung, or used a thread or clock
 * that is not under control.
 *
 * @param what one line: what was done and by whom
 * @param remedy one line: what to do about it
 * @param culprit an exception whose stack shows where
 */
public record RuleBreach(String what, String remedy, Throwable culprit) {
    /** A step in which an actor sends without end; made where it does. */
    static RuleBreach endless(String last, int count) {
        String what = "one step sent, armed or submitted " + count + " things, the last of them " + last;
        return new RuleBreach(
                what, "make the handler return: it sends in a loop that does not end", new Throwable(what));
    }
}
