package dev.heddle.harness.schedule;

/** What the network between nodes promises. */
public enum NetworkKind {
    /** Order is kept per pair of actors, as by TCP; a crash or a cut resets the connection. */
    FIFO,
    /** Any order; messages may be lost or duplicated. */
    UDP;

    /** The name on the command line and in files. */
    public String id() {
        return name().toLowerCase(java.util.Locale.ROOT);
    }
}
