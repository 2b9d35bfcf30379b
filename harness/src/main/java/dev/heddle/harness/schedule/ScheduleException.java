package dev.heddle.harness.schedule;

/** A schedule that cannot be read; the message names file, line, what is wrong and how to mend it. */
public final class ScheduleException extends Exception {
    private static final long serialVersionUID = 1L;

    ScheduleException(String file, int line, String reason) {
        super(file + ":" + line + ": " + reason);
    }
}
