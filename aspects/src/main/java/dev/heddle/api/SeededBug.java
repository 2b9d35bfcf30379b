package dev.heddle.api;

/**
 * A bug that can be switched on in a scenario.
 *
 * @param id its name on the command line
 * @param summary one line about what goes wrong
 */
public record SeededBug(String id, String summary) {}
