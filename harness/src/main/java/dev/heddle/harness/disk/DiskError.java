package dev.heddle.harness.disk;

import java.util.Locale;

/** What can go wrong with a disk. */
public enum DiskError {
    /** The next read fails. */
    READ,
    /** The next write or sync fails, without any effect. */
    WRITE,
    /** At the next crash a part of the unsynced tail survives, and the last record of that is torn. */
    TORN;

    /** The word in schedules. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
