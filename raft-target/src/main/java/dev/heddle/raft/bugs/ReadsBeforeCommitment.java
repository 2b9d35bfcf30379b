package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * read-index-before-commit: a new leader takes its own commit index for the cluster's before it has committed
 * an entry of its term. Its predecessor may have committed, and told a client of, more than it knows.
 * Right: reads wait for the first commitment of the leader's term (§8; thesis §6.4). Seen in etcd#7331 and
 * tikv#9239.
 */
final class ReadsBeforeCommitment implements Bug {

    @Override
    public About about() {
        return About.of("read-index-before-commit",
                "a leader serves reads before it has committed an entry of its term", Need.READS_AND_RETRIES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withClients(rules.clients().withReadStart(leader -> true));
    }
}
