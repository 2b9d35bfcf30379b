package dev.heddle.invariants;

import java.util.Set;
import java.util.function.BiConsumer;

/**
 * A view that is its values: for tests, and for a scenario that copies its servers' states.
 *
 * <p>Built from {@link #follower} or {@link #leader} and the {@code with} methods.
 *
 * @param term see {@link RaftView#term()}, and so on for the others
 */
public record PlainView(
        long term,
        String votedFor,
        boolean leader,
        long commitIndex,
        long lastApplied,
        RaftLog log,
        Object incarnation,
        Set<String> members,
        Object stateMachine) implements RaftView {

    /** A server that does not lead and has committed nothing. */
    public static PlainView follower(long term, RaftLog log) {
        return new PlainView(term, null, false, 0, 0, log, "1", null, null);
    }

    /** A server that leads and has committed nothing. */
    public static PlainView leader(long term, RaftLog log) {
        return new PlainView(term, null, true, 0, 0, log, "1", null, null);
    }

    /** This server, its entries up to the index committed and applied. */
    public PlainView withCommitIndex(long index) {
        return new PlainView(term, votedFor, leader, index, index, log, incarnation, members, stateMachine);
    }

    /** This server with another log. */
    public PlainView withLog(RaftLog other) {
        return new PlainView(
                term, votedFor, leader, commitIndex, lastApplied, other, incarnation, members, stateMachine);
    }

    /** This server with other volatile state. */
    public PlainView withIncarnation(Object other) {
        return new PlainView(term, votedFor, leader, commitIndex, lastApplied, log, other, members, stateMachine);
    }

    /** This server with another vote. */
    public PlainView withVotedFor(String candidate) {
        return new PlainView(
                term, candidate, leader, commitIndex, lastApplied, log, incarnation, members, stateMachine);
    }

    /** This server with another membership. */
    public PlainView withMembers(Set<String> others) {
        return new PlainView(
                term, votedFor, leader, commitIndex, lastApplied, log, incarnation, others, stateMachine);
    }

    /** This server with other contents of its state machine. */
    public PlainView withStateMachine(Object contents) {
        return new PlainView(term, votedFor, leader, commitIndex, lastApplied, log, incarnation, members, contents);
    }

    @Override
    public void fields(BiConsumer<String, Object> field) {
        field.accept("term", term);
        field.accept("votedFor", votedFor);
        field.accept("leader", leader);
        field.accept("commitIndex", commitIndex);
        field.accept("lastApplied", lastApplied);
        field.accept("log", log);
    }
}
