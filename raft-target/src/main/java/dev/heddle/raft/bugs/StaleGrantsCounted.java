package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/** raft-46: a candidate counts votes granted in an earlier term, whose voters are free to vote again. */
final class StaleGrantsCounted implements Bug {

    @Override
    public About about() {
        return About.of("raft-46",
                "a candidate counts grants whose term is lower than its own");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election()
                .withVoteReplyFilter((replyTerm, currentTerm) -> replyTerm <= currentTerm));
    }
}
