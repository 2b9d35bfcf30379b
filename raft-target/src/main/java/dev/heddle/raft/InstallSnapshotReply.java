package dev.heddle.raft;

/**
 * A follower's answer to {@link InstallSnapshot}.
 *
 * @param lastIndex the last index of the snapshot that the call brought a part of
 * @param installed whether the follower's log now holds all that the snapshot covers
 * @param nextOffset where the part begins that the follower lacks next; 0 once it is installed
 */
public record InstallSnapshotReply(long term, String follower, long lastIndex, boolean installed, int nextOffset)
        implements Message {

    @Override
    public String from() {
        return follower;
    }

    @Override
    public String toString() {
        return "InstallSnapshotReply{term=" + term + " follower=" + follower + " lastIndex=" + lastIndex
                + " installed=" + installed + " nextOffset=" + nextOffset + "}";
    }
}
