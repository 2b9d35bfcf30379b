package dev.heddle.raft;

import java.util.Arrays;

/**
 * A leader's numbered rounds of heartbeats: the latest one that each server answered, and when the
 * latest rounds began (thesis §6.4, §6.4.1); immutable.
 */
final class Rounds {

    /** How many rounds' beginnings are remembered; an answer that comes later does not renew a lease. */
    private static final int REMEMBERED = 32;
    static final Rounds NONE = new Rounds(0, new long[0], new long[0]);

    private final long current;
    private final long[] answered;
    private final long[] begunNanos;

    private Rounds(long current, long[] answered, long[] begunNanos) {
        this.current = current;
        this.answered = answered;
        this.begunNanos = begunNanos;
    }

    static Rounds of(int servers) {
        return new Rounds(0, new long[servers], new long[REMEMBERED]);
    }

    /** The latest round, 0 before the first. */
    long current() {
        return current;
    }

    /** One more round, which begins now. */
    Rounds next(long nowNanos) {
        long[] begun = begunNanos.clone();
        begun[(int) ((current + 1) % REMEMBERED)] = nowNanos;
        return new Rounds(current + 1, answered, begun);
    }

    /** A server answered a call of this round, and therefore followed the leader after the round began. */
    Rounds answered(int server, long round) {
        if (round <= answered[server]) {
            return this;
        }
        long[] changed = answered.clone();
        changed[server] = round;
        return new Rounds(current, changed, begunNanos);
    }

    /** The latest round that a server answered, 0 for none; the leader itself has answered every one. */
    long answeredBy(int server) {
        return answered[server];
    }

    /** The latest round that each server answered, with the leader's own at its position. */
    long[] allAnswered(int leader) {
        long[] all = answered.clone();
        all[leader] = current;
        return all;
    }

    /** Whether it is remembered when a round began. */
    boolean remembers(long round) {
        return round > 0 && round > current - REMEMBERED;
    }

    long begunNanos(long round) {
        return begunNanos[(int) (round % REMEMBERED)];
    }

    @Override
    public boolean equals(Object other) {
        return other instanceof Rounds that && current == that.current
                && Arrays.equals(answered, that.answered) && Arrays.equals(begunNanos, that.begunNanos);
    }

    @Override
    public int hashCode() {
        return 31 * Long.hashCode(current) + Arrays.hashCode(answered);
    }

    @Override
    public String toString() {
        return current + Arrays.toString(answered);
    }
}
