package dev.heddle.raft;

/** Log compaction: snapshots are taken, sent in parts, and put in place of the log's beginning (§7, Figure 13). */
final class Snapshots {

    private final Cluster cluster;
    private final SnapshotRules rules;
    private final ReplicationRules.StaleCall staleCall;
    private final Terms terms;
    private final int chunk;

    Snapshots(RaftSetup setup, Cluster cluster, Terms terms) {
        this.cluster = cluster;
        this.rules = setup.rules().snapshots();
        this.staleCall = setup.rules().replication().staleCall();
        this.terms = terms;
        this.chunk = setup.features().snapshotChunk();
    }

    /** The state machine was written down as it is after the last applied entry: the log up to there may go. */
    RaftState take(RaftState state, String data) {
        Log log = state.log();
        long index = state.lastApplied();
        if (index <= log.baseIndex()) {
            return state;
        }
        Membership membership = cluster.membership(rules.snapshotMembership().of(log, index));
        return state.withLog(log.startingWith(new Snapshot(index, log.termAt(index), membership, data)))
                .withProgress(state.progress().withoutSnapshotOffsets());
    }

    /** The part of the leader's snapshot that a follower lacks next, as far as the leader knows. */
    InstallSnapshot nextPart(RaftState leader, int peer) {
        Snapshot snapshot = leader.log().snapshot();
        String data = snapshot.data();
        int offset = Math.min(leader.progress().snapshotOffset(peer), data.length());
        int end = (int) Math.min((long) offset + chunk, data.length());
        return new InstallSnapshot(leader.currentTerm(), cluster.self(), snapshot.lastIndex(), snapshot.lastTerm(),
                snapshot.membership(), offset, data.substring(offset, end), end == data.length());
    }

    /** Figure 13: follow the leader, put the parts together, replace the log's beginning when all are there. */
    RaftState install(RaftState before, InstallSnapshot call, long nowNanos, Effects effects) {
        if (call.term() < before.currentTerm()) {
            if (staleCall.isAnswered(before.currentTerm())) {
                reply(before, call, false, 0, effects);
            }
            return before;
        }
        RaftState state = terms.recogniseLeader(before, call.leader(), nowNanos, effects);
        if (!rules.install().takes(state.log(), call.lastIndex(), state.commitIndex())) {
            reply(state, call, true, 0, effects);
            return state;
        }
        IncomingSnapshot incoming = state.beyond().incoming();
        boolean sameSnapshot = incoming != null && incoming.isOf(call);
        String held = sameSnapshot ? incoming.data() : "";
        boolean older = incoming != null && incoming.leaderTerm() == call.term()
                && incoming.lastIndex() > call.lastIndex();
        if (older || call.offset() != held.length()) {
            reply(state, call, false, held.length(), effects);
            return state;
        }
        String data = held.concat(call.data());
        if (!call.done()) {
            reply(state, call, false, data.length(), effects);
            return state.withBeyond(state.beyond().withIncoming(
                    new IncomingSnapshot(call.term(), call.lastIndex(), data)));
        }
        reply(state, call, true, 0, effects);
        Snapshot snapshot = new Snapshot(call.lastIndex(), call.lastTerm(), call.membership(), data);
        return state.withBeyond(state.beyond().withIncoming(null))
                .withLog(rules.install().into(state.log(), snapshot))
                .withCommitIndex(snapshot.lastIndex());
    }

    private void reply(RaftState state, InstallSnapshot call, boolean installed, int nextOffset, Effects effects) {
        effects.send(call.leader(), new InstallSnapshotReply(
                state.currentTerm(), cluster.self(), call.lastIndex(), installed, nextOffset));
    }

    /** The leader learns what a follower holds of its present snapshot; answers about earlier ones say nothing. */
    Progress learned(RaftState leader, int peer, InstallSnapshotReply reply) {
        Progress progress = leader.progress();
        if (reply.installed()) {
            return progress.acknowledged(peer, reply.lastIndex()).snapshotFrom(peer, 0);
        }
        return reply.lastIndex() == leader.log().baseIndex()
                ? progress.snapshotFrom(peer, reply.nextOffset())
                : progress;
    }
}
