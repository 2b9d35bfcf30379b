package dev.heddle.raft.bugs;

import dev.heddle.raft.Membership;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Rules;

/**
 * campaign-unapplied-config: a server stands for election by the membership that it has applied, though its
 * log has a later one. The majority that it asks need not meet the one that the later membership commits with.
 * Right: a server goes by the latest membership in its log, committed or not (§6). Seen in etcd#7280.
 */
final class CandidateOfAppliedMembership implements Bug {

    @Override
    public About about() {
        return About.of("campaign-unapplied-config",
                "a candidate goes by the membership that it has applied, not by the latest in its log",
                Need.MEMBERSHIP_CHANGES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withMembership(
                rules.membership().withCandidateMembership(CandidateOfAppliedMembership::applied));
    }

    private static Membership applied(RaftState state) {
        return state.log().membershipAt(Math.max(state.log().baseIndex(), state.lastApplied()));
    }
}
