package dev.heddle.raft;

/** What a server is at a given time (§5.1). */
public enum Role {
    FOLLOWER("Follower"),
    CANDIDATE("Candidate"),
    LEADER("Leader"),
    /** A follower that asks whether it could win an election before it stands for it (thesis §9.6). */
    PRE_CANDIDATE("PreCandidate");

    private final String text;

    Role(String text) {
        this.text = text;
    }

    @Override
    public String toString() {
        return text;
    }
}
