package dev.heddle.harness.schedule;

/** When timers may fire. */
public enum Timing {
    /** At any moment, in any order: the asynchronous model. */
    ASYNCHRONOUS,
    /** In the order of virtual time. */
    ORDERED;

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
