package dev.heddle.raft.bugs;

import dev.heddle.raft.Log;
import dev.heddle.raft.Rules;

/**
 * no-reapply-after-restart: a server that starts takes all entries of its log for applied, though its state
 * machine is as new. They are never applied to it.
 * Right: a state machine that does not survive is built again from the snapshot on (Figure 2, lastApplied is
 * volatile). Seen in openraft#1246.
 */
final class NothingReapplied implements Bug {

    @Override
    public About about() {
        return About.of("no-reapply-after-restart",
                "a server that starts again does not apply the entries that its log had");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withSnapshots(rules.snapshots().withAppliedAtStart(Log::lastIndex));
    }
}
