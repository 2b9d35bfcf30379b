package dev.heddle.raft.bugs;

import dev.heddle.raft.ElectionRules.VoteGrant;
import dev.heddle.raft.Rules;

/**
 * step-down-grants: a leader or candidate that hears of a newer term from a candidate steps down, and that
 * counts as its vote: nobody has compared the logs.
 * Right: stepping down adopts the term (§5.1) and says nothing of the vote, which goes to an up-to-date log only
 * (§5.4.1). Seen in openraft#1220.
 */
final class GrantedBySteppingDown implements Bug {

    @Override
    public About about() {
        return About.of("step-down-grants",
                "a leader or candidate that steps down for a newer term has thereby granted its vote");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        VoteGrant right = rules.election().voteGrant();
        return rules.withElection(rules.election().withVoteGrant(
                (state, call, steppedDown) -> steppedDown || right.grants(state, call, steppedDown)));
    }
}
