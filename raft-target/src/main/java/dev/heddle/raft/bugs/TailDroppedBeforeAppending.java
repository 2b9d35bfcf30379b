package dev.heddle.raft.bugs;

import dev.heddle.raft.Entries;
import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;

/**
 * raft-66: a follower drops everything behind the previous entry before it appends, so that a
 * shorter call that was overtaken by a longer one erases what the follower has acknowledged. A
 * heartbeat appends nothing and drops nothing; else the defect would not need the overtaking.
 */
final class TailDroppedBeforeAppending implements Bug {

    @Override
    public About about() {
        return About.of("raft-66",
                "a follower drops all entries after the previous one before it appends the new ones", Need.REORDERING);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withLogMerge(TailDroppedBeforeAppending::replaceTail));
    }

    private static Log replaceTail(Log log, long prevLogIndex, Entries entries, long commitIndex) {
        long kept = Math.max(prevLogIndex, log.baseIndex());
        int covered = (int) Math.min(entries.size(), kept - prevLogIndex);
        return entries.isEmpty() ? log : log.truncateFrom(kept + 1).appendAll(entries, covered);
    }
}
