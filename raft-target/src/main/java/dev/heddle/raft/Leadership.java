package dev.heddle.raft;

import java.util.ArrayList;
import java.util.List;

/**
 * What a leader knows beyond Figure 2, forgotten when it leads no more; immutable.
 *
 * @param rounds its rounds of heartbeats
 * @param reads the reads that it has not answered, the oldest first
 * @param transferTo the server that is to lead in its place, or null
 * @param timeoutNowSent whether it ever told a server to stand for election at once
 * @param heard who has answered since it last checked that a majority does, as bits
 * @param catchUp the new servers that it brings up to date, or null
 */
record Leadership(Rounds rounds, List<Read> reads, String transferTo, boolean timeoutNowSent, long heard,
        CatchUp catchUp) {

    static final Leadership NONE = new Leadership(Rounds.NONE, List.of(), null, false, 0, null);

    /**
     * A client's read.
     *
     * @param ticket what its answer is called by
     * @param round the round of heartbeats that must confirm it, 0 as long as it waits for a committed
     *     entry of the leader's term
     */
    record Read(long ticket, long round) {
    }

    /** Whether anyone wants to know which round a follower answers. */
    long tag(boolean leases) {
        return leases || !reads.isEmpty() ? rounds.current() : 0;
    }

    Leadership withRounds(Rounds rounds) {
        return rounds == this.rounds ? this : new Leadership(rounds, reads, transferTo, timeoutNowSent, heard, catchUp);
    }

    Leadership withReads(List<Read> reads) {
        return reads == this.reads ? this : new Leadership(rounds, reads, transferTo, timeoutNowSent, heard, catchUp);
    }

    Leadership with(Read read) {
        List<Read> more = new ArrayList<>(reads.size() + 1);
        more.addAll(reads);
        more.add(read);
        return withReads(List.copyOf(more));
    }

    Leadership transferringTo(String server) {
        return new Leadership(rounds, reads, server, timeoutNowSent, heard, catchUp);
    }

    Leadership afterTimeoutNow() {
        return timeoutNowSent ? this : new Leadership(rounds, reads, transferTo, true, heard, catchUp);
    }

    Leadership withHeard(long heard) {
        return heard == this.heard ? this : new Leadership(rounds, reads, transferTo, timeoutNowSent, heard, catchUp);
    }

    /** The servers that get entries though they are no members, as bits. */
    long learners() {
        return catchUp == null ? 0 : catchUp.learners();
    }

    Leadership withCatchUp(CatchUp catchUp) {
        return new Leadership(rounds, reads, transferTo, timeoutNowSent, heard, catchUp);
    }
}
