package dev.heddle.raft;

/**
 * What log compaction and restarts decide (§7).
 *
 * @param install what a follower's log becomes when it has received a whole snapshot
 * @param snapshotMembership which membership a snapshot carries
 * @param appliedAtStart how much a server takes for applied when it starts
 */
public record SnapshotRules(
        Install install, SnapshotMembership snapshotMembership, AppliedAtStart appliedAtStart) {

    static final SnapshotRules CORRECT = new SnapshotRules(
            SnapshotRules::keepWhatFollows, Log::membershipAt, Log::baseIndex);

    /** Puts a snapshot into a follower's log. */
    @FunctionalInterface
    public interface Install {
        /** The log with the snapshot at its beginning; the same instance if it has no use for it. */
        Log into(Log log, Snapshot snapshot, long commitIndex);
    }

    /** Finds the membership that goes into a snapshot. */
    @FunctionalInterface
    public interface SnapshotMembership {
        /** The membership in force at the last index that the snapshot covers; null for the cluster's first. */
        Membership of(Log log, long lastIndex);
    }

    /** Finds what the state machine of a starting server holds. */
    @FunctionalInterface
    public interface AppliedAtStart {
        /** The index up to which it does: nothing but what its snapshot covers. */
        long index(Log log);
    }

    /**
     * Figure 13, rules 5 to 7: entries behind the snapshot stay if the log agrees with it, else the whole
     * log goes. A snapshot of what is committed here already is of no use.
     */
    private static Log keepWhatFollows(Log log, Snapshot snapshot, long commitIndex) {
        if (snapshot.lastIndex() <= commitIndex) {
            return log;
        }
        Log agreed = log.matches(snapshot.lastIndex(), snapshot.lastTerm()) ? log : Log.empty();
        return agreed.startingWith(snapshot);
    }

    public SnapshotRules withInstall(Install install) {
        return new SnapshotRules(install, snapshotMembership, appliedAtStart);
    }

    public SnapshotRules withSnapshotMembership(SnapshotMembership snapshotMembership) {
        return new SnapshotRules(install, snapshotMembership, appliedAtStart);
    }

    public SnapshotRules withAppliedAtStart(AppliedAtStart appliedAtStart) {
        return new SnapshotRules(install, snapshotMembership, appliedAtStart);
    }
}
