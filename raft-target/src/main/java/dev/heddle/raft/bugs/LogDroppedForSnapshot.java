package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Snapshot;

/**
 * snapshot-older-than-log: a follower that is sent a snapshot drops its whole log for it, also the entries
 * behind the snapshot, which it may have acknowledged.
 * Right: if the log has the entry at which the snapshot ends, what follows stays (§7; Figure 13, rule 6). Seen in
 * camunda#6092.
 */
final class LogDroppedForSnapshot implements Bug {

    @Override
    public About about() {
        return About.of("snapshot-older-than-log",
                "a snapshot that is older than the log takes the place of all of it", Need.COMPACTION);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withSnapshots(rules.snapshots().withInstall(LogDroppedForSnapshot::install));
    }

    private static Log install(Log log, Snapshot snapshot, long commitIndex) {
        return snapshot.lastIndex() <= commitIndex ? log : Log.empty().startingWith(snapshot);
    }
}
