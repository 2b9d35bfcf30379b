package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * old-leader-blocks: a leader goes on although no majority answers it. A server that hears it still tells the others
 * that they need no leader, and where they cannot do without its vote they get none.
 * Right: a leader that hears from no majority for an election timeout gives up (thesis §6.2). Seen in openraft#2080.
 */
final class LeaderNeverResigns implements Bug {

    @Override
    public About about() {
        return About.of("old-leader-blocks",
                "a leader that reaches no majority goes on, and whoever hears it votes for nobody",
                Need.PRE_VOTE, Need.CHECK_QUORUM);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election().withResignation(majorityAnswered -> false));
    }
}
