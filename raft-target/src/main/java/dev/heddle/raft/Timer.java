package dev.heddle.raft;

/** A timer of a server, which also is the message that its expiry delivers. */
public enum Timer {
    /** Expires once, after a random time without a leader or a granted vote (§5.2). */
    ELECTION("ElectionTimeout"),
    /** Expires again and again while the server leads (§5.2). */
    HEARTBEAT("Heartbeat"),
    /** Expires again and again while the server has calls to make: as candidate and as leader (§5.1). */
    RETRY("Retry");

    private final String text;

    Timer(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
