package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * raft-62: a server keeps its term, its vote and its log in memory only. One that its supervisor
 * restarts after an exception is back in the same cluster without them, and may vote again.
 */
final class NothingDurable implements Bug {

    @Override
    public About about() {
        return About.of("raft-62",
                "term, vote and log are not made durable, so that a restarted server has forgotten them",
                Need.EXCEPTIONS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withDurability((before, after, storage) -> { });
    }
}
