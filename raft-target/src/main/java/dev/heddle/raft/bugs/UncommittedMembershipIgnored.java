package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Membership;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Rules;

/**
 * leader-ignores-uncommitted-config: a new leader goes by the last committed membership as long as a later
 * one that an earlier leader left in its log is not committed.
 * Right: the latest membership in the log is in force, committed or not (§6). Seen in NuRaft#67.
 */
final class UncommittedMembershipIgnored implements Bug {

    @Override
    public About about() {
        return About.of("leader-ignores-uncommitted-config",
                "a new leader ignores the membership in its log that is not committed yet", Need.MEMBERSHIP_CHANGES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withMembership(
                rules.membership().withLeaderMembership(UncommittedMembershipIgnored::unlessLeftBehind));
    }

    private static Membership unlessLeftBehind(RaftState leader) {
        Log log = leader.log();
        boolean leftBehind = log.membershipIndex() > leader.commitIndex()
                && log.termAt(log.membershipIndex()) < leader.currentTerm();
        return leftBehind ? log.membershipAt(Math.max(log.baseIndex(), leader.commitIndex())) : log.membership();
    }
}
