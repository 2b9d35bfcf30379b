package dev.heddle.raft;

import java.time.Duration;

/**
 * How long a server waits. An election timeout is drawn anew from its range each time, which keeps
 * votes from splitting again and again (§5.2); the others should be well below it (§5.6).
 *
 * @param electionMin the shortest election timeout
 * @param electionMax the longest election timeout
 * @param heartbeat between two heartbeats of a leader
 * @param retry between two attempts at an unanswered call
 */
public record Timing(Duration electionMin, Duration electionMax, Duration heartbeat, Duration retry) {

    public Timing {
        if (electionMin.isNegative() || electionMin.isZero() || electionMax.compareTo(electionMin) < 0) {
            throw new IllegalArgumentException(
                    "election timeouts must be positive and in order: " + electionMin + " to " + electionMax);
        }
        if (heartbeat.isNegative() || heartbeat.isZero() || retry.isNegative() || retry.isZero()) {
            throw new IllegalArgumentException(
                    "intervals must be positive: heartbeat " + heartbeat + ", retry " + retry);
        }
    }

    /** The paper's 150 to 300 ms for elections (§5.2), and 50 ms for heartbeats and retries. */
    public static Timing standard() {
        return new Timing(Duration.ofMillis(150), Duration.ofMillis(300), Duration.ofMillis(50), Duration.ofMillis(50));
    }
}
