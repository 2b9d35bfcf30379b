package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * lease-read-skew: a leader's lease lasts for the shortest election timeout by its own clock, as if all clocks
 * ran alike. By another's clock that time is over earlier, and a new leader elected.
 * Right: shorter by what clocks may differ in that time (thesis §6.4.1).
 */
final class DriftNotAllowedFor implements Bug {

    @Override
    public About about() {
        return About.of("lease-read-skew",
                "a leader's lease does not allow for clocks that differ", Need.LEASE, Need.READS_AND_RETRIES,
                Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withClients(rules.clients().withLeaseTime((electionMinNanos, maxDriftNanos) -> electionMinNanos));
    }
}
