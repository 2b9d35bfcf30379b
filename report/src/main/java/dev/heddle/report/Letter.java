package dev.heddle.report;

/**
 * What was under way from one point to another: a message, an armed timer or a submitted task.
 *
 * @param id its place among the letters of an execution, from 0
 * @param from the actor or client that sent it
 * @param to the actor that it is for; the owner of a timer or task
 * @param text its contents
 * @param sent the number of the point at which it came to be
 * @param ended the number of the point at which it came to its end, or 0 where it is still under way
 */
public record Letter(
        int id, Kind kind, String from, String to, String text, int occurrence, int sent, int ended, Fate fate) {
    /** What it is. */
    public enum Kind {
        MESSAGE, TIMER, TASK
    }

    /** What became of it. */
    public enum Fate {
        /** It still waits. */
        PENDING,
        /** It was handed over, or was being so when a fault struck. */
        DELIVERED,
        /** The network was made to lose it. */
        DROPPED,
        /** A message that a crash, a cut or a reset took with it. */
        LOST,
        /** The network was made to change it: another took its place. */
        REPLACED,
        /** A timer or task that will never run. */
        CANCELLED
    }

    /** The same at its end. */
    Letter ended(Fate how, int number) {
        return new Letter(id, kind, from, to, text, occurrence, sent, number, how);
    }

    /** The same with another text. */
    Letter withText(String other) {
        return new Letter(id, kind, from, to, other, occurrence, sent, ended, fate);
    }
}
