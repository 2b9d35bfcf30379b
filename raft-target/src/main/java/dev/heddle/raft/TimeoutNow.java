package dev.heddle.raft;

/** A leader's wish that the receiver stand for election without waiting for its timeout (thesis §3.10). */
public record TimeoutNow(long term, String leader) implements Message {

    @Override
    public String from() {
        return leader;
    }

    @Override
    public String toString() {
        return "TimeoutNow{term=" + term + " leader=" + leader + "}";
    }
}
