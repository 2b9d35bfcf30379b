package dev.heddle.raft.bugs;

import dev.heddle.raft.ElectionRules.LeaderProtection;
import dev.heddle.raft.Rules;

/**
 * no-prevote-livelock: a server that hears no leader stands for election at once, and its request counts also with
 * those that do hear one. A server that others hear but that does not hear them deposes leader after leader.
 * Right: it asks first whether it could win, and those who hear a leader disregard it (thesis §9.6; §6). Seen by Howard
 * and Abraham, "Raft does not guarantee liveness in the face of network faults", 2020.
 */
final class LeadersNotProtected implements Bug {

    @Override
    public About about() {
        return About.of("no-prevote-livelock",
                "servers that hear no leader depose one that others hear", Need.PRE_VOTE, Need.CHECK_QUORUM);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election().withLeaderProtection(new LeaderProtection() {
            @Override
            public boolean asksFirst(boolean preVote) {
                return false;
            }

            @Override
            public boolean disregards(boolean bound) {
                return false;
            }
        }));
    }
}
