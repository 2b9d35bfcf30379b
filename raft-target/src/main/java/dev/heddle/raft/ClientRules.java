package dev.heddle.raft;

/**
 * What serving clients decides (thesis §6.3, §6.4).
 *
 * @param duplicate which commands of a session were applied before
 * @param readStart when a leader may take its commit index for the cluster's
 * @param readConfirmation which answers confirm a read
 * @param leaseTime how long a majority's answers let a leader read without asking again
 * @param fate what became of a client's entry
 * @param unknownSession what a command of a session that nobody knows does
 */
public record ClientRules(Duplicate duplicate, ReadStart readStart, ReadConfirmation readConfirmation,
        LeaseTime leaseTime, Fate fate, UnknownSession unknownSession) {

    static final ClientRules CORRECT = new ClientRules(
            (lastSequence, sequence) -> sequence <= lastSequence,
            leader -> leader.log().termAt(leader.commitIndex()) == leader.currentTerm(),
            (answeredRound, readRound) -> answeredRound >= readRound,
            (electionMinNanos, maxDriftNanos) -> electionMinNanos - maxDriftNanos,
            Log::matches,
            limited -> !limited);

    /** Tells whether a command is a repetition. */
    @FunctionalInterface
    public interface Duplicate {
        /** Whether the command with this number was applied, the session's last applied one being given. */
        boolean is(long lastSequence, long sequence);
    }

    /** Tells whether a leader knows what is committed. */
    @FunctionalInterface
    public interface ReadStart {
        /**
         * Whether reads may start; until it has committed an entry of its term, a leader may lack knowledge
         * of others'.
         */
        boolean possible(RaftState leader);
    }

    /** Tells whether an answer was given by a server that followed the leader after the read arrived. */
    @FunctionalInterface
    public interface ReadConfirmation {
        /**
         * Whether a server whose latest answer was to {@code answeredRound} confirms a read that began
         * {@code readRound}.
         */
        boolean confirms(long answeredRound, long readRound);
    }

    /** Finds the time for which no other leader can be elected. */
    @FunctionalInterface
    public interface LeaseTime {
        /** The nanoseconds from the beginning of a round that a majority answered. */
        long nanos(long electionMinNanos, long maxDriftNanos);
    }

    /** Tells what became of the entry that a leader appended for a client. */
    @FunctionalInterface
    public interface Fate {
        /** Whether it is the one that was applied at its index; another one there is of another term (§5.3). */
        boolean isCommitted(Log log, long index, long term);
    }

    /** Tells what a command does whose session is not known. */
    @FunctionalInterface
    public interface UnknownSession {
        /**
         * Whether it begins the session and is applied. Where sessions are limited, this one may have been
         * forgotten, and the command applied in it.
         */
        boolean begins(boolean limited);
    }

    public ClientRules withDuplicate(Duplicate duplicate) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }

    public ClientRules withReadStart(ReadStart readStart) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }

    public ClientRules withReadConfirmation(ReadConfirmation readConfirmation) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }

    public ClientRules withLeaseTime(LeaseTime leaseTime) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }

    public ClientRules withFate(Fate fate) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }

    public ClientRules withUnknownSession(UnknownSession unknownSession) {
        return new ClientRules(duplicate, readStart, readConfirmation, leaseTime, fate, unknownSession);
    }
}
