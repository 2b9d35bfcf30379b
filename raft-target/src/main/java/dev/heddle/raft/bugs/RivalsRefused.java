package dev.heddle.raft.bugs;

import dev.heddle.raft.ElectionRules.PreVoteGrant;
import dev.heddle.raft.Role;
import dev.heddle.raft.Rules;

/**
 * prevote-deadlock: a server that stands for election itself, or asks whether it could, refuses to tell another
 * that it could win. Once so many ask that no majority is left to answer, they refuse each other for ever.
 * Right: a pre-vote binds nobody; all that counts is the log, and whether a leader is heard (thesis §9.6). Seen in
 * rabbitmq/ra#439 and canonical/raft#279.
 */
final class RivalsRefused implements Bug {

    @Override
    public About about() {
        return About.of("prevote-deadlock",
                "servers that ask for pre-votes refuse them to each other", Need.PRE_VOTE);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        PreVoteGrant right = rules.election().preVoteGrant();
        return rules.withElection(rules.election().withPreVoteGrant((state, call, hearsLeader) ->
                state.role() == Role.FOLLOWER && right.grants(state, call, hearsLeader)));
    }
}
