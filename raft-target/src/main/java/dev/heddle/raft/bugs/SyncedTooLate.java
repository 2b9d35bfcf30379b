package dev.heddle.raft.bugs;

import dev.heddle.raft.Durability;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Storage;

/**
 * reply-before-persist: what a step writes is synced only by the next step that writes, when the step's
 * answers have left. A crash in between takes back a vote, or entries, that others count on.
 * Right: nothing leaves before it is durable (Figure 2, "updated on stable storage before responding to RPCs").
 * Seen in nodedb#161 and others of its kind.
 */
final class SyncedTooLate implements Bug {

    @Override
    public About about() {
        return About.of("reply-before-persist",
                "votes and entries are acknowledged before they are synced, which the next write does");
    }

    /** A storage whose sync comes before the writes that it is for. */
    private record SyncsFirst(Storage storage) implements Storage {
        @Override
        public void write(JournalRecord written) {
            storage.sync();
            storage.write(written);
        }

        @Override
        public void sync() {
        }

        @Override
        public Recovered recover() {
            return storage.recover();
        }
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withDurability(SyncedTooLate::persist);
    }

    private static void persist(RaftState before, RaftState after, Storage storage) {
        Durability.writeAndSync(before, after, new SyncsFirst(storage));
    }
}
