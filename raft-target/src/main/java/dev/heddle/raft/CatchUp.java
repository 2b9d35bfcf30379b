package dev.heddle.raft;

import java.util.List;

/**
 * New servers that are brought up to date before the change that adds them begins (§6; thesis §4.2.1); immutable.
 *
 * <p>It goes in rounds. A round replicates what the leader's log holds as it begins, and a new server that has
 * all that at the round's end lacks what was appended in between. The less time a round took, the less that is.
 *
 * @param ticket what the change is called by
 * @param target all servers after the change
 * @param learners the new ones, as bits by their position: they get entries, and have no vote
 * @param round the number of the present round, from 1
 * @param goal the end of the leader's log when the round began
 * @param heard the learners that have answered since the round began or its last timeout expired, as bits
 * @param slow whether an election timeout expired in this round
 */
record CatchUp(long ticket, List<String> target, long learners, int round, long goal, long heard, boolean slow) {

    /** The first round. */
    static CatchUp of(long ticket, List<String> target, long learners, long goal) {
        return new CatchUp(ticket, target, learners, 1, goal, 0, false);
    }

    CatchUp nextRound(long goal) {
        return new CatchUp(ticket, target, learners, round + 1, goal, 0, false);
    }

    CatchUp heardFrom(int server) {
        return new CatchUp(ticket, target, learners, round, goal, heard | Cluster.bit(server), slow);
    }

    /** An election timeout expired in this round; whoever has not answered by the next one is not there. */
    CatchUp slower() {
        return new CatchUp(ticket, target, learners, round, goal, 0, true);
    }

    boolean has(int server) {
        return (learners & Cluster.bit(server)) != 0;
    }

    /** The learners that have not answered, as bits. */
    long silent() {
        return learners & ~heard;
    }

    /** Whether the round is over: all of them answer, and hold what it is about. */
    boolean reached(Progress progress) {
        for (long left = learners; left != 0; left &= left - 1) {
            if (progress.matchIndex(Long.numberOfTrailingZeros(left)) < goal) {
                return false;
            }
        }
        return silent() == 0;
    }

    @Override
    public String toString() {
        return "round " + round + " to " + goal + (slow ? ", slow" : "");
    }
}
