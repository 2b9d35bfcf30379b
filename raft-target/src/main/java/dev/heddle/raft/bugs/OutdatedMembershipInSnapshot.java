package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;

/**
 * snapshot-stale-config: a snapshot carries the membership of the snapshot before it, not what the entries
 * that it covers have changed since. Whoever goes by it counts another majority.
 * Right: a snapshot holds the latest membership as of its last entry (§7). Seen in openraft#1808.
 */
final class OutdatedMembershipInSnapshot implements Bug {

    @Override
    public About about() {
        return About.of("snapshot-stale-config",
                "a snapshot carries the membership of the one before it", Need.COMPACTION, Need.MEMBERSHIP_CHANGES);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withSnapshots(rules.snapshots()
                .withSnapshotMembership((log, lastIndex) -> log.membershipAt(log.baseIndex())));
    }
}
