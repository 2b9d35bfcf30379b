package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/** raft-56: a server that hears from the leader of its term forgets its vote, and can vote again in that term. */
final class VoteForgottenOnRecognition implements Bug {

    @Override
    public About about() {
        return About.of("raft-56",
                "recognising the leader of one's own term resets votedFor");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election().withVoteAfterRecognition(votedFor -> null));
    }
}
