package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Snapshot;
import dev.heddle.raft.SnapshotRules.Install;

/**
 * snapshot-older-than-log: a follower that is sent a snapshot drops its whole log for it, also the entries
 * behind the snapshot, which it may have acknowledged, and even if it knows that they are committed: a
 * snapshot that is sent twice is enough.
 * Right: one of what is committed here already is of no use, and if the log has the entry at which the snapshot
 * ends, what follows stays (§7; Figure 13, rule 6). Seen in camunda#6092.
 */
final class LogDroppedForSnapshot implements Bug {

    @Override
    public About about() {
        return About.of("snapshot-older-than-log",
                "a snapshot that is older than the log takes the place of all of it",
                Need.COMPACTION, Need.REORDERING, Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withSnapshots(rules.snapshots().withInstall(new Install() {
            @Override
            public Log into(Log log, Snapshot snapshot) {
                return Log.empty().startingWith(snapshot);
            }

            @Override
            public boolean takes(Log log, long snapshotLastIndex, long commitIndex) {
                return snapshotLastIndex >= log.baseIndex();
            }
        }));
    }
}
