package dev.heddle.invariants;

import dev.heddle.harness.invariant.NodeView;
import java.util.Set;

/**
 * The state of one Raft server as plain values (the paper's Figure 2, "State"), read between two
 * deliveries.
 *
 * <p>One view may show a server for as long as it is up, so that nothing is allocated per step:
 * every method answers for the present moment.
 */
public interface RaftView extends NodeView {
    /** The latest term the server has seen; never negative. */
    long term();

    /** The candidate that got the server's vote in this term, or null. */
    String votedFor();

    /** Whether the server takes itself for the elected leader of {@link #term()}. */
    boolean leader();

    /** The highest index the server knows to be committed, 0 for none. */
    long commitIndex();

    /**
     * The highest index whose entry went to the state machine, 0 for none.
     *
     * <p>Entries up to it that the log holds must be those that were applied: a server whose state
     * machine survives a crash, but may lose the end of its log in it, returns what it has applied
     * since the crash.
     */
    long lastApplied();

    /** The log; the same instance for as long as it has not changed, which is what makes checking fast. */
    RaftLog log();

    /**
     * The same instance for as long as the server keeps its volatile state: the actor, say. A
     * restart by supervision makes another one, just as a crash and a recovery do.
     */
    Object incarnation();

    /**
     * The names of the servers that vote in the configuration the server goes by (§6), those of both
     * while it is in transition; a set that does not change, or null where the membership is that of all
     * nodes, for ever.
     */
    default Set<String> members() {
        return null;
    }

    /** Whether that configuration is in transition, so that majorities of two memberships decide (§6). */
    default boolean inTransition() {
        return false;
    }

    /**
     * A value that tells what the state machine holds after {@link #lastApplied()}, compared by {@code
     * equals}: its contents, or a hash of them; null where it is not shown, as where the state machine
     * survives a crash with more in it than {@link #lastApplied()} says.
     */
    default Object stateMachine() {
        return null;
    }
}
