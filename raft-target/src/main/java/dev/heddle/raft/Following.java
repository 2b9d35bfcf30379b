package dev.heddle.raft;

import dev.heddle.raft.AppendEntriesReply.Conflict;

/** Replication on the follower's side (Figure 2, AppendEntries; §5.3). */
final class Following {

    private final String self;
    private final boolean fastBackup;
    private final ReplicationRules rules;
    private final Terms terms;

    Following(RaftSetup setup, Terms terms) {
        this.self = setup.self();
        this.fastBackup = setup.features().fastBackup();
        this.rules = setup.rules().replication();
        this.terms = terms;
    }

    /** Figure 2, AppendEntries: follow the leader, check the previous entry, merge, learn what is committed. */
    RaftState appendEntries(RaftState before, AppendEntries call, long nowNanos, Effects effects) {
        if (call.term() < before.currentTerm()) {
            return rules.staleCall().isAnswered(before.currentTerm())
                    ? refuse(before, call.leader(), Conflict.NONE, 0, effects) : before;
        }
        RaftState state = terms.recogniseLeader(before, call.leader(), nowNanos, effects);
        if (!rules.previousEntry().matches(state.log(), call.prevLogIndex(), call.prevLogTerm())) {
            Conflict conflict = fastBackup ? conflict(state.log(), call.prevLogIndex()) : Conflict.NONE;
            return refuse(state, call.leader(), conflict, call.round(), effects);
        }
        Log log = rules.logMerge().merge(state.log(), call.prevLogIndex(), call.entries(), state.commitIndex());
        long lastNewIndex = call.lastNewIndex();
        effects.send(call.leader(), new AppendEntriesReply(
                state.currentTerm(), self, true, lastNewIndex, Conflict.NONE, call.round()));
        long commitIndex = rules.followerCommit().of(call.leaderCommit(), lastNewIndex);
        return state.withLog(log).withCommitIndex(Math.min(commitIndex, log.lastIndex()));
    }

    /** A stale call gets no round back: its sender may lead again, in the term of this answer. */
    private RaftState refuse(RaftState state, String leader, Conflict conflict, long round, Effects effects) {
        effects.send(leader, new AppendEntriesReply(state.currentTerm(), self, false, 0, conflict, round));
        return state;
    }

    /** §5.3: the term of the conflicting entry and the first index of that term. */
    private static Conflict conflict(Log log, long index) {
        if (index > log.lastIndex()) {
            return new Conflict(0, log.lastIndex() + 1);
        }
        long term = log.termAt(index);
        long first = index;
        while (first > log.baseIndex() + 1 && log.termAt(first - 1) == term) {
            first--;
        }
        return new Conflict(term, first);
    }
}
