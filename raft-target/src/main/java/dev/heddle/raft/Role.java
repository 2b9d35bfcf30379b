package dev.heddle.raft;

/** What a server is at a given time (§5.1). */
public enum Role {
    FOLLOWER("Follower"),
    CANDIDATE("Candidate"),
    LEADER("Leader");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
