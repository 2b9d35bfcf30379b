package dev.heddle.invariants;

import dev.heddle.harness.invariant.Invariant;
import java.time.Duration;
import java.util.List;
import java.util.function.ToLongFunction;

/**
 * The safety properties of Raft (the paper, Figure 3), over nodes whose view is a {@link RaftView};
 * other nodes are left alone.
 *
 * <p>Each can be used by itself.
 */
public final class RaftInvariants {
    private RaftInvariants() {}

    /** The five properties of Figure 3, in its order. */
    public static List<Invariant> all() {
        return List.of(electionSafety(), leaderAppendOnly(), logMatching(), leaderCompleteness(), stateMachineSafety());
    }

    /** {@code election-safety}: at most one leader can be elected in a given term (§5.2). */
    public static Invariant electionSafety() {
        return new ElectionSafety();
    }

    /** {@code leader-append-only}: a leader never overwrites or deletes entries in its log (§5.3). */
    public static Invariant leaderAppendOnly() {
        return new LeaderAppendOnly();
    }

    /** {@code log-matching}: logs with an entry of the same index and term are identical up to it (§5.3). */
    public static Invariant logMatching() {
        return new LogMatching();
    }

    /** {@code leader-completeness}: a committed entry is in the logs of the leaders of all higher terms (§5.4). */
    public static Invariant leaderCompleteness() {
        return new LeaderCompleteness();
    }

    /** {@code state-machine-safety}: no two servers apply different entries at the same index (§5.4.3). */
    public static Invariant stateMachineSafety() {
        return new StateMachineSafety();
    }

    /**
     * {@code durability}: a command that a client was told is committed survives any crash of a minority,
     * and a crash and a recovery of all (§5.3, §8).
     *
     * @param acknowledged the index that an answer says a command is committed at, or 0 where it says no
     *     such thing
     */
    public static Invariant durability(ToLongFunction<String> acknowledged) {
        return new Durability(acknowledged);
    }

    /**
     * {@code convergence}: once faults have stopped, a leader emerges whom all follow, and commands commit
     * (§5.2, §5.6). For targets that settle.
     */
    public static Invariant convergence() {
        return new Convergence(null);
    }

    /**
     * {@code convergence} of servers that ask before they stand (PreVote) and of leaders that give up where no
     * majority answers (CheckQuorum): also where links are severed for good, as long as a majority of the members
     * reach each other both ways. Then a leader emerges that stays, and commands commit.
     *
     * @param stays how long it must have led by then; several times the longest election timeout
     */
    public static Invariant convergence(Duration stays) {
        return new Convergence(stays);
    }

    /**
     * {@code commit-index}: the commit index never goes back and never passes the end of the log
     * (Figure 2). Not one of {@link #all()}.
     */
    public static Invariant commitIndex() {
        return new CommitIndex();
    }
}
