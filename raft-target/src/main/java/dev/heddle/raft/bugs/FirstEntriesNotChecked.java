package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.ReplicationRules.PreviousEntry;
import dev.heddle.raft.Rules;

/**
 * raft-58b: the log is taken to start at index 0, so that nothing precedes the entry after index 1:
 * the consistency check cannot tell apart an empty log, the first entry and the second.
 */
final class FirstEntriesNotChecked implements Bug {

    @Override
    public About about() {
        return About.of("raft-58b",
                "the check of the previous entry passes whenever prevLogIndex is 0 or 1");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        PreviousEntry check = (Log log, long index, long term) -> index <= 1 || log.matches(index, term);
        return rules.withReplication(rules.replication().withPreviousEntry(check));
    }
}
