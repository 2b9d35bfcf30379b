package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * commit-prior-term: a leader commits an entry of an earlier term because a majority stores it. A server
 * with a later term's entry can still be elected, and overwrites it (§5.4.2, Figure 8).
 * Right: only entries of the own term are committed by counting, earlier ones with them. Seen in
 * logcabin#44.
 */
final class EarlierTermsCounted implements Bug {

    @Override
    public About about() {
        return About.of("commit-prior-term",
                "the leader commits entries of earlier terms by counting replicas");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withCommitTerm((entryTerm, currentTerm) -> true));
    }
}
