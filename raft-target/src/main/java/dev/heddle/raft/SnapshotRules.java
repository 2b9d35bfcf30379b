package dev.heddle.raft;

/**
 * What log compaction and restarts decide (§7).
 *
 * @param install which snapshots a follower takes, and what its log becomes
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
        /** The log with the snapshot, which has arrived as a whole, at its beginning. */
        Log into(Log log, Snapshot snapshot);

        /** Whether the follower has a use for a snapshot: one of what it knows to be committed brings nothing. */
        default boolean takes(Log log, long snapshotLastIndex, long commitIndex) {
            return snapshotLastIndex > commitIndex;
        }
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

    /** Figure 13, rules 5 to 7: entries behind the snapshot stay if the log agrees with it, else the whole log goes. */
    private static Log keepWhatFollows(Log log, Snapshot snapshot) {
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
