package dev.heddle.raft;

import java.util.Arrays;

/**
 * What replicating the log decides (§5.3, §5.4).
 *
 * @param leaderStart what a new leader takes for its followers' progress
 * @param previousEntry whether a follower's log has the entry that a leader's call builds on
 * @param logMerge how a follower puts a leader's entries into its log
 * @param quorumIndex up to which index the entries are stored on a majority
 * @param commitTerm which entries a leader commits by counting their replicas
 * @param followerCommit how far a follower believes its leader's commit index
 * @param missingEntries what a leader sends in place of entries that it has no more
 * @param staleCall whether the leader of an earlier term gets an answer
 */
public record ReplicationRules(LeaderStart leaderStart, PreviousEntry previousEntry, LogMerge logMerge,
        QuorumIndex quorumIndex, CommitTerm commitTerm, FollowerCommit followerCommit,
        MissingEntries missingEntries, StaleCall staleCall) {

    static final ReplicationRules CORRECT = new ReplicationRules(
            ReplicationRules::startBehindLastEntry,
            Log::matches,
            ReplicationRules::truncateAtConflict,
            ReplicationRules::majorityIndex,
            (entryTerm, currentTerm) -> entryTerm == currentTerm,
            Math::min,
            (leader, limit) -> null,
            term -> true);

    /** Initializes a leadership. */
    @FunctionalInterface
    public interface LeaderStart {
        /** The leader with its progress set; it was elected in this step and has sent nothing yet. */
        RaftState initialize(RaftState leader, Effects effects);
    }

    /** The consistency check of AppendEntries. */
    @FunctionalInterface
    public interface PreviousEntry {
        /** Whether the log has an entry of this term at this index. */
        boolean matches(Log log, long prevLogIndex, long prevLogTerm);
    }

    /** Puts entries that passed the consistency check into a follower's log. */
    @FunctionalInterface
    public interface LogMerge {
        /** The log with the entries after {@code prevLogIndex}; the same instance if it had them. */
        Log merge(Log log, long prevLogIndex, Entries entries, long commitIndex);
    }

    /** Finds what a majority stores. */
    @FunctionalInterface
    public interface QuorumIndex {
        /** The highest index that a majority has reached; the array, one index per server, may be changed. */
        long of(long[] matchIndexes);
    }

    /** Tells whether a leader commits an entry that a majority stores (§5.4.2). */
    @FunctionalInterface
    public interface CommitTerm {
        /** Whether it commits one of this term. */
        boolean commits(long entryTerm, long currentTerm);
    }

    /** Finds what a follower may take for committed (Figure 2, AppendEntries 5). */
    @FunctionalInterface
    public interface FollowerCommit {
        /** The index, given the leader's commit index and the last index at which the logs are known to agree. */
        long of(long leaderCommit, long lastNewIndex);
    }

    /** Finds what a leader sends to a server whose next entry its log does not have any more (§7). */
    @FunctionalInterface
    public interface MissingEntries {
        /** A call of at most so many entries, or null for the next part of the leader's snapshot. */
        AppendEntries callInstead(RaftState leader, int limit);
    }

    /** Decides whether a leader hears that its term is over (§5.1). */
    @FunctionalInterface
    public interface StaleCall {
        /** Whether its call is answered, with this term, which is newer than the call's. */
        boolean isAnswered(long currentTerm);
    }

    /** Figure 2, volatile state on leaders: nextIndex is the leader's last index + 1, matchIndex 0. */
    private static RaftState startBehindLastEntry(RaftState leader, Effects effects) {
        return leader.withProgress(Progress.startingAt(leader.log().lastIndex() + 1, leader.progress().servers()));
    }

    /** Figure 2, AppendEntries 3 and 4: truncates only at a conflict, and appends what is not there yet. */
    private static Log truncateAtConflict(Log log, long prevLogIndex, Entries entries, long commitIndex) {
        for (int i = (int) Math.max(0, log.baseIndex() - prevLogIndex); i < entries.size(); i++) {
            long index = prevLogIndex + 1 + i;
            if (index > log.lastIndex()) {
                return log.appendAll(entries, i);
            }
            if (log.termAt(index) != entries.get(i).term()) {
                if (index <= commitIndex) {
                    throw new IllegalStateException("the leader's entry " + entries.get(i) + " conflicts with "
                            + log.entryAt(index) + ", committed at index " + index);
                }
                return log.truncateFrom(index).appendAll(entries, i);
            }
        }
        return log;
    }

    /** Figure 2, leaders: of n servers, the (n/2+1)-th largest index. */
    private static long majorityIndex(long[] matchIndexes) {
        Arrays.sort(matchIndexes);
        return matchIndexes[(matchIndexes.length - 1) / 2];
    }

    public ReplicationRules withLeaderStart(LeaderStart leaderStart) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withPreviousEntry(PreviousEntry previousEntry) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withLogMerge(LogMerge logMerge) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withQuorumIndex(QuorumIndex quorumIndex) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withCommitTerm(CommitTerm commitTerm) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withFollowerCommit(FollowerCommit followerCommit) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withStaleCall(StaleCall staleCall) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }

    public ReplicationRules withMissingEntries(MissingEntries missingEntries) {
        return new ReplicationRules(leaderStart, previousEntry, logMerge, quorumIndex, commitTerm, followerCommit,
                missingEntries, staleCall);
    }
}
