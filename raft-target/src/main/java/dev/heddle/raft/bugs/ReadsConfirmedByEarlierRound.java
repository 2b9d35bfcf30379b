package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * stale-read-index-context: a read is confirmed by the answers to the round of heartbeats before its own,
 * which were on their way, or asked for, before the read arrived.
 * Right: only answers to calls made after the read arrived bear witness that nobody led then (thesis §6.4). Seen in
 * etcd#20418.
 */
final class ReadsConfirmedByEarlierRound implements Bug {

    @Override
    public About about() {
        return About.of("stale-read-index-context",
                "late answers to an earlier round of heartbeats confirm a read", Need.READS_AND_RETRIES,
                Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withClients(rules.clients().withReadConfirmation(
                (answeredRound, readRound) -> answeredRound > 0 && answeredRound >= readRound - 1));
    }
}
