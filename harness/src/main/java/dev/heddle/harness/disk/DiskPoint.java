package dev.heddle.harness.disk;

import java.util.Locale;

/**
 * A point between two steps of a handler: just after its k-th write, or its k-th sync, before that returns.
 *
 * @param count k, from 1
 */
public record DiskPoint(Operation operation, int count) {
    /** What is counted. */
    public enum Operation {
        /** A record is written, or the journal truncated. */
        WRITE,
        /** The journal is made durable. */
        SYNC;

        /** The word in schedules. */
        public String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }
}
