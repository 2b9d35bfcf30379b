package dev.heddle.raft.bugs;

import dev.heddle.raft.AppendEntries;
import dev.heddle.raft.Log;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Rules;

/**
 * append-after-read-error: a leader that cannot read the entries that a follower lacks sends those that it can,
 * with no previous index: they look like the first of the log. Here it cannot read them as they were compacted.
 * Right: nothing but the entry after the named one may follow it (§5.3); the follower is sent the snapshot (§7). Seen
 * in openraft#1795.
 */
final class EntriesFromNowhere implements Bug {

    @Override
    public About about() {
        return About.of("append-after-read-error",
                "a leader that cannot read a follower's next entry sends later ones with no previous index",
                Need.COMPACTION);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withMissingEntries(EntriesFromNowhere::readable));
    }

    private static AppendEntries readable(RaftState leader, int limit) {
        Log log = leader.log();
        return new AppendEntries(leader.currentTerm(), leader.leader(), 0, 0,
                log.entriesFrom(log.baseIndex() + 1, limit), leader.commitIndex());
    }
}
