package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

class InMemoryStorageTest {

    @Test
    void aCrashLosesWhatWasNotSynced() {
        InMemoryStorage storage = new InMemoryStorage();
        storage.write(new TermAndVote(1, "n2"));
        storage.write(new Appended(Entries.of(entry(1, "a"), entry(1, "b"))));
        storage.sync();
        storage.write(new TermAndVote(2, "n3"));
        storage.write(new Truncated(2));
        storage.write(new Appended(Entries.of(entry(2, "c"))));
        assertEquals(new Recovered(2, "n3", Log.of(entry(1, "a"), entry(2, "c"))), storage.recover());
        storage.crash();
        assertEquals(new Recovered(1, "n2", Log.of(entry(1, "a"), entry(1, "b"))), storage.recover());
    }

    @Test
    void aNewStorageHoldsNothing() {
        assertEquals(Recovered.nothing(), new InMemoryStorage().recover());
    }

    @Test
    void aSnapshotTakenReplacesTheEntriesItCovers() {
        Snapshot snapshot = new Snapshot(1, 1, Membership.of(Server.FOUR), "data");
        InMemoryStorage storage = new InMemoryStorage();
        storage.write(new Appended(Entries.of(entry(1, "a"), entry(1, "b"))));
        storage.write(new SnapshotTaken(snapshot));
        assertEquals(Log.of(entry(1, "a"), entry(1, "b")).startingWith(snapshot), storage.recover().log());
    }
}
