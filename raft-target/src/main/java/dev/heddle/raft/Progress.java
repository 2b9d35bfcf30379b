package dev.heddle.raft;

import java.util.Arrays;

/**
 * What a leader knows of each server's log (Figure 2, volatile state on leaders): {@code nextIndex},
 * the next entry to send, and {@code matchIndex}, the last entry known to be replicated; and for a
 * server that is sent a snapshot, where its next part begins (§7). Servers are numbered by their
 * position in the cluster; immutable.
 */
public final class Progress {

    private static final int PER_SERVER = 3;

    /** nextIndex, matchIndex and snapshotOffset of the first server, then those of the second, and so on. */
    private final long[] indexes;

    private Progress(long[] indexes) {
        this.indexes = indexes;
    }

    /** The progress at the start of a leadership: everyone's next entry is the same, nothing is known to match. */
    public static Progress startingAt(long nextIndex, int servers) {
        long[] indexes = new long[PER_SERVER * servers];
        for (int i = 0; i < indexes.length; i += PER_SERVER) {
            indexes[i] = nextIndex;
        }
        return new Progress(indexes);
    }

    /** The number of servers. */
    public int servers() {
        return indexes.length / PER_SERVER;
    }

    public long nextIndex(int server) {
        return indexes[PER_SERVER * server];
    }

    public long matchIndex(int server) {
        return indexes[PER_SERVER * server + 1];
    }

    int snapshotOffset(int server) {
        return (int) indexes[PER_SERVER * server + 2];
    }

    /** A server's log equals the leader's up to an index: neither of its indexes goes back. */
    Progress acknowledged(int server, long matchIndex) {
        long next = Math.max(nextIndex(server), matchIndex + 1);
        long match = Math.max(matchIndex(server), matchIndex);
        return with(server, next, match);
    }

    /** A server's log differed before its next entry: try one earlier, but not below what is known to match. */
    Progress backedUp(int server) {
        return backedUpTo(server, nextIndex(server) - 1);
    }

    /** A server's log may differ from an index on: go back there, but at least by one, and not below what matches. */
    Progress backedUpTo(int server, long index) {
        long match = matchIndex(server);
        return with(server, Math.max(match + 1, Math.min(nextIndex(server) - 1, index)), match);
    }

    /** A server lacks the snapshot's text from an offset on. */
    Progress snapshotFrom(int server, int offset) {
        if (offset == snapshotOffset(server)) {
            return this;
        }
        long[] changed = indexes.clone();
        changed[PER_SERVER * server + 2] = offset;
        return new Progress(changed);
    }

    /** The leader's snapshot is another one: it is sent from its beginning. */
    Progress withoutSnapshotOffsets() {
        Progress changed = this;
        for (int server = 0; server < servers(); server++) {
            changed = changed.snapshotFrom(server, 0);
        }
        return changed;
    }

    /** Each server's matchIndex in the cluster's order, with the leader's own at its position. */
    long[] matchIndexes(int leader, long leaderLastIndex) {
        long[] matches = new long[servers()];
        for (int server = 0; server < matches.length; server++) {
            matches[server] = server == leader ? leaderLastIndex : matchIndex(server);
        }
        return matches;
    }

    private Progress with(int server, long next, long match) {
        if (next == nextIndex(server) && match == matchIndex(server)) {
            return this;
        }
        long[] changed = indexes.clone();
        changed[PER_SERVER * server] = next;
        changed[PER_SERVER * server + 1] = match;
        return new Progress(changed);
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Progress that && Arrays.equals(indexes, that.indexes);
    }

    @Override
    public int hashCode() {
        return Arrays.hashCode(indexes);
    }

    /** One {@code next/match} for each server, as {@code [3/2, 3/0]}; {@code 1/0@64} while it is sent a snapshot. */
    @Override
    public String toString() {
        StringBuilder text = new StringBuilder("[");
        for (int server = 0; server < servers(); server++) {
            text.append(server == 0 ? "" : ", ").append(nextIndex(server)).append('/').append(matchIndex(server));
            if (snapshotOffset(server) > 0) {
                text.append('@').append(snapshotOffset(server));
            }
        }
        return text.append(']').toString();
    }
}
