package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;

/**
 * snapshot-keeps-conflict: a follower that is sent a snapshot keeps the entries behind it although its own
 * entry at the snapshot's end is another one: they follow on something that was never committed.
 * Right: then the whole log goes (§7; Figure 13, rule 7). Seen in openraft#559 and #753.
 */
final class ConflictKeptBehindSnapshot implements Bug {

    @Override
    public About about() {
        return About.of("snapshot-keeps-conflict",
                "entries behind a snapshot survive although the log conflicts with it", Need.COMPACTION,
                Need.FIVE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withSnapshots(rules.snapshots().withInstall(Log::startingWith));
    }
}
