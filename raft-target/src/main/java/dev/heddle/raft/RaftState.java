package dev.heddle.raft;

import java.util.Objects;

/**
 * All that one server knows (Figure 2, "State"), as an immutable value. A step that changes nothing
 * returns the same instance.
 *
 * @param currentTerm the latest term the server has seen; durable
 * @param votedFor the candidate that got its vote in that term, or null; durable
 * @param log the log; durable
 * @param commitIndex the highest index known to be committed
 * @param lastApplied the highest index handed to the state machine
 * @param role follower, candidate or leader
 * @param leader the leader of the current term as far as known, or null
 * @param votes the grants to a candidate in its candidacy, its own included; none for other roles
 * @param unanswered the servers that owe an answer to a call (§5.1), as bits by their position in
 *     the cluster
 * @param progress nextIndex and matchIndex of each server; for others than leaders what is left
 *     from their last leadership
 * @param beyond what it knows beyond Figure 2
 */
public record RaftState(
        long currentTerm,
        String votedFor,
        Log log,
        long commitIndex,
        long lastApplied,
        Role role,
        String leader,
        Votes votes,
        long unanswered,
        Progress progress,
        Beyond beyond) {

    /** A server that starts with what its storage held (§5.1: "when servers start up, they begin as followers"). */
    static RaftState started(Recovered durable, long applied, Votes none, int servers) {
        Log log = durable.log();
        return new RaftState(durable.currentTerm(), durable.votedFor(), log, log.baseIndex(), applied,
                Role.FOLLOWER, null, none, 0, Progress.startingAt(1, servers), Beyond.NOTHING);
    }

    /** Whether the peer at this position owes an answer. */
    boolean awaits(int peer) {
        return (unanswered & 1L << peer) != 0;
    }

    /** What it knows as a leader beyond Figure 2. */
    Leadership leadership() {
        return beyond.leadership();
    }

    /** Whom a client should ask: the leader as far as known, or who is about to be. */
    String leaderToAsk() {
        String next = leadership().transferTo();
        return next == null ? leader : next;
    }

    /** A follower of a newer term, in which it has neither voted nor heard of a leader. */
    RaftState inTerm(long term, Votes none) {
        return new RaftState(term, null, log, commitIndex, lastApplied, Role.FOLLOWER, null, none, 0, progress,
                beyond.withLeadership(Leadership.NONE));
    }

    /** A follower of this leader in the current term. */
    RaftState following(String leader, String votedFor, Votes none) {
        if (role == Role.FOLLOWER && Objects.equals(leader, this.leader) && Objects.equals(votedFor, this.votedFor)) {
            return this;
        }
        return new RaftState(currentTerm, votedFor, log, commitIndex, lastApplied,
                Role.FOLLOWER, leader, none, 0, progress, beyond.withLeadership(Leadership.NONE));
    }

    /** A server that asks whether it could win an election (thesis §9.6). */
    RaftState preCandidate(Votes ownVote, long unanswered) {
        return new RaftState(currentTerm, votedFor, log, commitIndex, lastApplied,
                Role.PRE_CANDIDATE, null, ownVote, unanswered, progress, beyond);
    }

    /** A candidate of the next term that has voted for itself. */
    RaftState candidate(String self, Votes ownVote, long unanswered) {
        return new RaftState(currentTerm + 1, self, log, commitIndex, lastApplied,
                Role.CANDIDATE, null, ownVote, unanswered, progress, beyond);
    }

    /** The leader of the current term, its progress not yet initialized. */
    RaftState leading(String self, Votes none) {
        return new RaftState(currentTerm, votedFor, log, commitIndex, lastApplied,
                Role.LEADER, self, none, 0, progress, beyond);
    }

    RaftState withVotedFor(String candidate) {
        return Objects.equals(candidate, votedFor) ? this : new RaftState(currentTerm, candidate, log, commitIndex,
                lastApplied, role, leader, votes, unanswered, progress, beyond);
    }

    RaftState withVotes(Votes votes, long unanswered) {
        return votes == this.votes && unanswered == this.unanswered ? this : new RaftState(currentTerm, votedFor,
                log, commitIndex, lastApplied, role, leader, votes, unanswered, progress, beyond);
    }

    /** With another log, as a component that enters a term makes it. */
    public RaftState withLog(Log log) {
        return log == this.log ? this : new RaftState(currentTerm, votedFor, log, commitIndex,
                lastApplied, role, leader, votes, unanswered, progress, beyond);
    }

    /** With a higher commit index, and everything up to it applied (Figure 2, "All servers"). */
    RaftState withCommitIndex(long index) {
        return index <= commitIndex ? this : new RaftState(currentTerm, votedFor, log, index,
                Math.max(index, lastApplied), role, leader, votes, unanswered, progress, beyond);
    }

    RaftState withUnanswered(long unanswered) {
        return withProgress(progress, unanswered);
    }

    /** With other progress, as a component that initializes a leadership makes it. */
    public RaftState withProgress(Progress progress) {
        return withProgress(progress, unanswered);
    }

    RaftState withProgress(Progress progress, long unanswered) {
        return progress == this.progress && unanswered == this.unanswered ? this : new RaftState(currentTerm,
                votedFor, log, commitIndex, lastApplied, role, leader, votes, unanswered, progress, beyond);
    }

    RaftState withBeyond(Beyond beyond) {
        return beyond == this.beyond ? this : new RaftState(currentTerm, votedFor, log, commitIndex,
                lastApplied, role, leader, votes, unanswered, progress, beyond);
    }

    RaftState withLeadership(Leadership leadership) {
        return withBeyond(beyond.withLeadership(leadership));
    }

    /** Equal states hash alike in every JVM, which a record with an enum in it does not see to. */
    @Override
    public int hashCode() {
        int hash = Long.hashCode(currentTerm);
        hash = 31 * hash + Objects.hashCode(votedFor);
        hash = 31 * hash + log.hashCode();
        hash = 31 * hash + Long.hashCode(commitIndex);
        hash = 31 * hash + Long.hashCode(lastApplied);
        hash = 31 * hash + role.ordinal();
        hash = 31 * hash + Objects.hashCode(leader);
        hash = 31 * hash + votes.hashCode();
        hash = 31 * hash + Long.hashCode(unanswered);
        return 31 * hash + progress.hashCode() + beyond.hashCode();
    }

    /** The state in one line; what only a candidate or a leader has is left out for others. */
    @Override
    public String toString() {
        return role + "{term=" + currentTerm
                + " votedFor=" + (votedFor == null ? "none" : votedFor)
                + " leader=" + (leader == null ? "none" : leader)
                + " log=" + log + " commitIndex=" + commitIndex + " lastApplied=" + lastApplied
                + (role == Role.CANDIDATE || role == Role.PRE_CANDIDATE ? " votes=" + votes : "")
                + (role == Role.LEADER ? " progress=" + progress : "") + beyond + "}";
    }
}
