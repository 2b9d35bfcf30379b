package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * read-before-quorum: a leader answers reads without asking anybody whether it still leads. A later leader
 * may have committed more.
 * Right: a majority confirms the leadership after the read has arrived (§8; thesis §6.4). Seen in d-engine#381.
 */
final class ReadsNotConfirmed implements Bug {

    @Override
    public About about() {
        return About.of("read-before-quorum",
                "a leader serves reads before a majority has confirmed that it leads", Need.READS_AND_RETRIES,
                Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withClients(rules.clients().withReadConfirmation((answeredRound, readRound) -> true));
    }
}
