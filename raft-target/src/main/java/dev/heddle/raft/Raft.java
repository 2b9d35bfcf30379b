package dev.heddle.raft;

import java.util.List;

/**
 * The Raft algorithm of one server (Figure 2), as a function of its state and an input to its next
 * state and effects. It holds no state of its own; one method is one rule.
 */
public final class Raft {

    /** How many entries one AppendEntries carries at most. */
    static final int MAX_ENTRIES_PER_CALL = 16;
    private static final int MAX_SERVERS = Long.SIZE;

    private final String self;
    private final String[] servers;
    private final int selfPosition;
    private final long allPeers;
    private final int majority;
    private final ElectionRules election;
    private final ReplicationRules replication;
    private final Votes noVotes;

    /** The algorithm of the server {@code self} of a cluster whose servers are numbered in the order given. */
    public Raft(String self, List<String> servers, Rules rules) {
        this.self = self;
        this.servers = servers.toArray(new String[0]);
        if (this.servers.length > MAX_SERVERS) {
            throw new IllegalArgumentException(
                    "a cluster has at most " + MAX_SERVERS + " servers, not " + servers.size());
        }
        if (servers.stream().distinct().count() != servers.size()) {
            throw new IllegalArgumentException("a server is named twice in " + servers);
        }
        this.selfPosition = servers.indexOf(self);
        if (selfPosition < 0) {
            throw new IllegalArgumentException(self + " is not one of the servers " + servers);
        }
        this.allPeers = (-1L >>> MAX_SERVERS - servers.size()) & ~bit(selfPosition);
        this.majority = servers.size() / 2 + 1;
        this.election = rules.election();
        this.replication = rules.replication();
        this.noVotes = election.tally().none();
    }

    /** A server starts as a follower that waits for a leader (§5.2). */
    public RaftState start(Recovered durable, Effects effects) {
        effects.arm(Timer.ELECTION);
        return RaftState.started(durable, noVotes, servers.length);
    }

    /** A call or an answer arrived. */
    public RaftState receive(RaftState before, Message message, Effects effects) {
        RaftState state = observeTerm(before, message.term(), effects);
        if (message instanceof AppendEntries call) {
            return appendEntries(state, call, effects);
        }
        if (message instanceof AppendEntriesReply reply) {
            return appendEntriesReply(state, reply, effects);
        }
        if (message instanceof RequestVote call) {
            return requestVote(state, call, effects);
        }
        return voteReply(state, (VoteReply) message, effects);
    }

    /** A timer expired. */
    public RaftState expired(RaftState state, Timer timer, Effects effects) {
        return switch (timer) {
            case ELECTION -> state.role() == Role.LEADER ? state : startElection(state, effects);
            case HEARTBEAT -> state.role() == Role.LEADER ? heartbeat(state, effects) : state;
            case RETRY -> retry(state, effects);
        };
    }

    /**
     * A client's command arrived (§5.3: "the leader appends the command to its log as a new entry,
     * then issues AppendEntries in parallel"). Returns the same state if this server does not lead.
     */
    public RaftState command(RaftState state, ClientCommand command, Effects effects) {
        if (state.role() != Role.LEADER) {
            return state;
        }
        RaftState appended = state.withLog(state.log().append(new Entry(state.currentTerm(), command)));
        return advanceCommitIndex(replicateToLagging(appended, effects));
    }

    /** §5.1: a server that sees a newer term adopts it and becomes a follower. */
    private RaftState observeTerm(RaftState state, long term, Effects effects) {
        if (term <= state.currentTerm()) {
            return state;
        }
        stopCalling(state, effects);
        return state.inTerm(term, noVotes);
    }

    /** The timers of a server that returns to being a follower: it makes no more calls, and waits for a leader. */
    private static void stopCalling(RaftState state, Effects effects) {
        if (state.role() == Role.FOLLOWER) {
            return;
        }
        effects.cancel(Timer.RETRY);
        if (state.role() == Role.LEADER) {
            effects.cancel(Timer.HEARTBEAT);
            effects.arm(Timer.ELECTION);
        }
    }

    /** §5.2: without a leader for an election timeout, a server stands for election in the next term. */
    private RaftState startElection(RaftState state, Effects effects) {
        if (state.role() == Role.FOLLOWER) {
            effects.arm(Timer.RETRY);
        }
        effects.arm(Timer.ELECTION);
        RaftState candidate = state.candidate(self, noVotes.grant(self), allPeers);
        requestVotes(candidate, effects);
        return becomeLeaderIfElected(candidate, effects);
    }

    /** Sends RequestVote to those that have not answered in this candidacy. */
    private void requestVotes(RaftState candidate, Effects effects) {
        Log log = candidate.log();
        Message call = new RequestVote(candidate.currentTerm(), self, log.lastIndex(), log.lastTerm());
        for (int peer = 0; peer < servers.length; peer++) {
            if (candidate.awaits(peer)) {
                effects.send(servers[peer], call);
            }
        }
    }

    /** Figure 2, RequestVote: one vote a term, first come first served (§5.2), to an up-to-date log only (§5.4.1). */
    private RaftState requestVote(RaftState state, RequestVote call, Effects effects) {
        boolean granted = call.term() == state.currentTerm()
                && (state.votedFor() == null || state.votedFor().equals(call.candidate()))
                && isUpToDate(call, state.log());
        effects.send(call.candidate(), new VoteReply(state.currentTerm(), self, granted));
        if (!granted) {
            return state;
        }
        effects.arm(Timer.ELECTION);
        return state.withVotedFor(call.candidate());
    }

    /** §5.4.1: the later last term is more up to date; with the same last term, the longer log is. */
    private static boolean isUpToDate(RequestVote call, Log log) {
        return call.lastLogTerm() > log.lastTerm()
                || call.lastLogTerm() == log.lastTerm() && call.lastLogIndex() >= log.lastIndex();
    }

    /** §5.2: a candidate collects the votes of its term. */
    private RaftState voteReply(RaftState state, VoteReply reply, Effects effects) {
        if (state.role() != Role.CANDIDATE
                || !election.voteReplyFilter().counts(reply.term(), state.currentTerm())) {
            return state;
        }
        Votes votes = reply.granted() ? state.votes().grant(reply.voter()) : state.votes();
        long unanswered = state.unanswered() & ~bit(position(reply.voter()));
        return becomeLeaderIfElected(state.withVotes(votes, unanswered), effects);
    }

    /** §5.2: a candidate with the votes of a majority leads, and says so at once with a heartbeat. */
    private RaftState becomeLeaderIfElected(RaftState candidate, Effects effects) {
        if (candidate.votes().count() < majority) {
            return candidate;
        }
        effects.cancel(Timer.ELECTION);
        effects.arm(Timer.HEARTBEAT);
        RaftState leader = replication.leaderStart().initialize(candidate.leading(self, noVotes), effects);
        return heartbeat(leader, effects);
    }

    /** §5.2: a leader sends empty AppendEntries to all, which keeps them from standing for election. */
    private RaftState heartbeat(RaftState leader, Effects effects) {
        return callAppendEntries(leader, allPeers, 0, effects);
    }

    /** §5.1: calls that were not answered in time are made again. */
    private RaftState retry(RaftState state, Effects effects) {
        if (state.role() == Role.CANDIDATE) {
            requestVotes(state, effects);
            return state;
        }
        return state.role() == Role.LEADER
                ? callAppendEntries(state, state.unanswered(), MAX_ENTRIES_PER_CALL, effects)
                : state;
    }

    /** Figure 2, leaders: whoever lacks entries that the leader has is sent them from nextIndex on (§5.3). */
    private RaftState replicateToLagging(RaftState leader, Effects effects) {
        long lagging = 0;
        for (int peer = 0; peer < servers.length; peer++) {
            if (peer != selfPosition && leader.log().lastIndex() >= leader.progress().nextIndex(peer)) {
                lagging |= bit(peer);
            }
        }
        return callAppendEntries(leader, lagging, MAX_ENTRIES_PER_CALL, effects);
    }

    /** Calls AppendEntries on these peers, from their nextIndex on; those with the same one share one message. */
    private RaftState callAppendEntries(RaftState leader, long peers, int maxEntries, Effects effects) {
        AppendEntries call = null;
        for (long left = peers; left != 0; left &= left - 1) {
            int peer = Long.numberOfTrailingZeros(left);
            long nextIndex = leader.progress().nextIndex(peer);
            if (call == null || call.prevLogIndex() != nextIndex - 1) {
                call = appendEntriesFrom(leader, nextIndex, maxEntries, peer);
            }
            effects.send(servers[peer], call);
        }
        return leader.withUnanswered(leader.unanswered() | peers);
    }

    private AppendEntries appendEntriesFrom(RaftState leader, long nextIndex, int maxEntries, int peer) {
        Log log = leader.log();
        if (nextIndex < 1 || nextIndex > log.lastIndex() + 1) {
            throw new IllegalStateException("nextIndex of " + servers[peer] + " is " + nextIndex
                    + " but the leader's last index is " + log.lastIndex());
        }
        Entries entries = maxEntries == 0 ? Entries.none() : log.entriesFrom(nextIndex, maxEntries);
        return new AppendEntries(leader.currentTerm(), self, nextIndex - 1, log.termAt(nextIndex - 1), entries,
                leader.commitIndex());
    }

    /** Figure 2, AppendEntries: follow the leader, check the previous entry, merge, learn what is committed. */
    private RaftState appendEntries(RaftState before, AppendEntries call, Effects effects) {
        if (call.term() < before.currentTerm()) {
            return refuse(before, call, effects);
        }
        RaftState state = recogniseLeader(before, call.leader(), effects);
        if (!replication.previousEntry().matches(state.log(), call.prevLogIndex(), call.prevLogTerm())) {
            return refuse(state, call, effects);
        }
        Log log = replication.logMerge()
                .merge(state.log(), call.prevLogIndex(), call.entries(), state.commitIndex());
        long lastNewIndex = call.lastNewIndex();
        effects.send(call.leader(), new AppendEntriesReply(state.currentTerm(), self, true, lastNewIndex));
        return state.withLog(log).withCommitIndex(
                Math.min(call.leaderCommit(), Math.min(lastNewIndex, log.lastIndex())));
    }

    private RaftState refuse(RaftState state, AppendEntries call, Effects effects) {
        effects.send(call.leader(), new AppendEntriesReply(state.currentTerm(), self, false, 0));
        return state;
    }

    /** §5.2: a call of the current term comes from its leader; a candidate gives way to it. */
    private RaftState recogniseLeader(RaftState state, String leader, Effects effects) {
        if (state.role() == Role.LEADER) {
            throw new IllegalStateException(
                    "term " + state.currentTerm() + " has two leaders: " + self + " and " + leader);
        }
        stopCalling(state, effects);
        effects.arm(Timer.ELECTION);
        return state.following(leader, election.voteAfterRecognition().vote(state.votedFor()), noVotes);
    }

    /** Figure 2, leaders: on success advance nextIndex and matchIndex, on failure back up and try again (§5.3). */
    private RaftState appendEntriesReply(RaftState state, AppendEntriesReply reply, Effects effects) {
        if (state.role() != Role.LEADER || reply.term() < state.currentTerm()) {
            return state;
        }
        int peer = position(reply.follower());
        long unanswered = state.unanswered() & ~bit(peer);
        if (!reply.success()) {
            RaftState backedUp = state.withProgress(state.progress().backedUp(peer), unanswered);
            return callAppendEntries(backedUp, bit(peer), MAX_ENTRIES_PER_CALL, effects);
        }
        RaftState advanced = state.withProgress(state.progress().acknowledged(peer, reply.matchIndex()), unanswered);
        if (advanced.log().lastIndex() >= advanced.progress().nextIndex(peer)) {
            advanced = callAppendEntries(advanced, bit(peer), MAX_ENTRIES_PER_CALL, effects);
        }
        return advanceCommitIndex(advanced);
    }

    /** Figure 2, leaders: commit what a majority stores, counting replicas of the own term's entries only (§5.4.2). */
    private RaftState advanceCommitIndex(RaftState leader) {
        if (leader.commitIndex() >= leader.log().lastIndex()) {
            return leader;
        }
        long[] matchIndexes = leader.progress().matchIndexes(selfPosition, leader.log().lastIndex());
        long index = replication.quorumIndex().of(matchIndexes);
        return index > leader.commitIndex() && leader.log().termAt(index) == leader.currentTerm()
                ? leader.withCommitIndex(index)
                : leader;
    }

    private int position(String server) {
        for (int i = 0; i < servers.length; i++) {
            if (servers[i].equals(server)) {
                return i;
            }
        }
        throw new IllegalStateException(server + " is not a server of the cluster of " + self);
    }

    private static long bit(int server) {
        return 1L << server;
    }
}
