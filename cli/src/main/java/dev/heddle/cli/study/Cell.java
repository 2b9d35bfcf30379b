package dev.heddle.cli.study;

/**
 * One search of a study.
 *
 * @param bug what is on, or {@code none}
 * @param strategy its name
 * @param without the idea that is switched off, or empty
 */
public record Cell(String bug, String strategy, String without, long seed) {
    /** What is compared: a strategy, whole or without an idea. */
    public String contestant() {
        return without.isEmpty() ? strategy : strategy + " without " + without;
    }
}
