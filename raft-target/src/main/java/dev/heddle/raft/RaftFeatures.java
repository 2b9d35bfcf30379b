package dev.heddle.raft;

import java.time.Duration;

/**
 * What a server does beyond Figure 2, all of it off by default; the servers of a cluster have the
 * same.
 *
 * @param preVote whether a server asks before it stands for election if it could win (thesis §9.6)
 * @param checkQuorum whether a leader that hears from no majority for an election timeout gives up,
 *     and servers that hear from a leader disregard requests for votes (§6, thesis §6.2)
 * @param fastBackup whether a refused AppendEntries says where the logs may differ, so that the leader
 *     skips a term at a time (§5.3)
 * @param lease whether and on what terms a leader answers reads without asking the others
 * @param compactEvery after how many applied entries a server replaces them by a snapshot (§7); 0 for never
 * @param snapshotChunk how many characters of a snapshot one InstallSnapshot carries at most
 * @param maxSessions how many clients' sessions are remembered (thesis §6.3): clients open them, and the one that
 *     was used least recently goes; 0 for all of them, and they begin with their first command
 */
public record RaftFeatures(boolean preVote, boolean checkQuorum, boolean fastBackup, Lease lease, int compactEvery,
        int snapshotChunk, int maxSessions) {

    private static final RaftFeatures FIGURE_2 = new RaftFeatures(false, false, false, Lease.OFF, 0, 1 << 16, 0);

    public RaftFeatures {
        if (compactEvery < 0 || snapshotChunk < 1 || maxSessions < 0) {
            throw new IllegalArgumentException("compaction after " + compactEvery + " entries in chunks of "
                    + snapshotChunk + ", " + maxSessions + " sessions: chunks are at least 1, the others at least 0");
        }
    }

    /**
     * Reads under a leader's lease (thesis §6.4.1).
     *
     * @param on whether leaders take leases
     * @param maxDrift by how much two servers' clocks differ at most in the time of an election timeout
     */
    public record Lease(boolean on, Duration maxDrift) {

        static final Lease OFF = new Lease(false, Duration.ZERO);

        /** Leases that allow for this much drift. */
        public static Lease allowing(Duration maxDrift) {
            return new Lease(true, maxDrift);
        }
    }

    /** None of them. */
    public static RaftFeatures figure2() {
        return FIGURE_2;
    }

    /** Whether the algorithm has to know the time. */
    boolean needClock() {
        return preVote || checkQuorum || lease.on();
    }

    public RaftFeatures withPreVote(boolean preVote) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, snapshotChunk, maxSessions);
    }

    public RaftFeatures withCheckQuorum(boolean checkQuorum) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, snapshotChunk, maxSessions);
    }

    public RaftFeatures withFastBackup(boolean fastBackup) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, snapshotChunk, maxSessions);
    }

    public RaftFeatures withLease(Lease lease) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, snapshotChunk, maxSessions);
    }

    public RaftFeatures withCompactEvery(int entries) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, entries, snapshotChunk, maxSessions);
    }

    public RaftFeatures withSnapshotChunk(int characters) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, characters, maxSessions);
    }

    public RaftFeatures withMaxSessions(int sessions) {
        return new RaftFeatures(preVote, checkQuorum, fastBackup, lease, compactEvery, snapshotChunk, sessions);
    }
}
