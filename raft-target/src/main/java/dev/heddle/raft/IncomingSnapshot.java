package dev.heddle.raft;

/**
 * The parts of a leader's snapshot that a follower has so far (§7).
 *
 * @param leaderTerm the term of the leader that sends it: another leader begins anew
 */
record IncomingSnapshot(long leaderTerm, long lastIndex, String data) {

    /** Whether a call brings a part of this snapshot. */
    boolean isOf(InstallSnapshot call) {
        return call.term() == leaderTerm && call.lastIndex() == lastIndex;
    }
}
