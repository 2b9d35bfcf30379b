package dev.heddle.raft;

/**
 * A leader's call to take over a part of its snapshot, for a follower that lacks entries which the
 * leader no longer has (§7, Figure 13).
 *
 * @param lastIndex the last index that the snapshot covers
 * @param lastTerm the term of the entry there
 * @param membership the membership at that index
 * @param offset where {@code data} begins in the snapshot's text
 * @param data a part of the text
 * @param done whether it is the last part
 */
public record InstallSnapshot(long term, String leader, long lastIndex, long lastTerm, Membership membership,
        int offset, String data, boolean done) implements Message {

    @Override
    public String from() {
        return leader;
    }

    @Override
    public String toString() {
        return "InstallSnapshot{term=" + term + " leader=" + leader + " lastIndex=" + lastIndex
                + " lastTerm=" + lastTerm + " " + membership + " offset=" + offset + " data=" + data
                + " done=" + done + "}";
    }
}
