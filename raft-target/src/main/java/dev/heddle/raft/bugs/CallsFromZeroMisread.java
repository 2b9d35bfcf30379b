package dev.heddle.raft.bugs;

import dev.heddle.raft.Entries;
import dev.heddle.raft.Log;
import dev.heddle.raft.ReplicationRules.LogMerge;
import dev.heddle.raft.Rules;

/**
 * append-zero-after-compaction: a follower takes prevLogIndex 0 for the beginning of the log that it has, which
 * after compaction is the end of its snapshot, and puts the entries there.
 * Right: index 0 lies before the first entry there ever was; what the snapshot covers is skipped (§7). Seen in
 * RedisLabs/raft#49.
 */
final class CallsFromZeroMisread implements Bug {

    @Override
    public About about() {
        return About.of("append-zero-after-compaction",
                "prevLogIndex 0 is read as the end of the snapshot", Need.COMPACTION, Need.REORDERING);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        LogMerge right = rules.replication().logMerge();
        return rules.withReplication(rules.replication().withLogMerge(
                (Log log, long prevLogIndex, Entries entries, long commitIndex) -> right.merge(
                        log, prevLogIndex == 0 ? log.baseIndex() : prevLogIndex, entries, commitIndex)));
    }
}
