package dev.heddle.raft.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.Appended;
import dev.heddle.raft.Entries;
import dev.heddle.raft.Entry;
import dev.heddle.raft.Membership;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Snapshot;
import dev.heddle.raft.SnapshotTaken;
import dev.heddle.raft.StorageException;
import dev.heddle.raft.TermAndVote;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class FileStorageTest {

    @TempDir
    Path folder;

    @Test
    void whatWasSyncedIsRecovered() {
        for (int seed = 0; seed < 20; seed++) {
            Path directory = folder.resolve("a/b" + seed);
            RandomJournal journal = RandomJournal.of(seed);
            for (int run = 0; run < 4; run++) {
                try (FileStorage storage = FileStorage.open(directory)) {
                    assertEquals(journal.state(), storage.recover());
                    assertEquals(0, storage.report().cutOffBytes());
                    for (int batch = 0; batch < 4; batch++) {
                        RandomJournal.write(storage, journal.nextBatch());
                    }
                    assertEquals(journal.state(), storage.recover());
                }
            }
        }
    }

    @Test
    void whatWasNotSyncedIsNot() {
        try (FileStorage storage = FileStorage.open(folder)) {
            storage.write(new TermAndVote(1, "n1"));
            storage.sync();
            storage.write(new TermAndVote(2, "n2"));
        }
        try (FileStorage storage = FileStorage.open(folder)) {
            assertEquals(1, storage.recover().currentTerm());
            storage.write(new TermAndVote(3, "n3"));
            assertEquals(1, storage.recover().currentTerm());
            storage.write(new TermAndVote(4, null));
            storage.sync();
        }
        try (FileStorage storage = FileStorage.open(folder)) {
            assertEquals(new Recovered(4, null, Recovered.nothing().log()), storage.recover());
        }
    }

    @Test
    void aSnapshotReplacesTheFileAndItsSize() throws Exception {
        Appended words = new Appended(Entries.of(new Entry(1, "append " + "x".repeat(1000)), new Entry(1, "append y")));
        Snapshot snapshot = new Snapshot(1, 1, Membership.of(List.of("n1")), "data");
        Recovered expected;
        try (FileStorage storage = FileStorage.open(folder)) {
            RandomJournal.write(storage, List.of(new TermAndVote(1, "n1"), words));
            RandomJournal.write(storage, List.of(new SnapshotTaken(snapshot)));
            expected = storage.recover();
            assertEquals(2, expected.log().lastIndex());
        }
        assertFalse(Files.exists(folder.resolve("journal-1")));
        assertTrue(Files.size(folder.resolve("journal-2")) < 500);
        try (FileStorage storage = FileStorage.open(folder)) {
            assertEquals(expected, storage.recover());
            assertEquals(snapshot, storage.recover().log().snapshot());
        }
    }

    @Test
    void anOldFileDoesNotPassForTheOneThatReplacedIt() throws Exception {
        Path old = folder.resolve("journal-1");
        byte[] before;
        try (FileStorage storage = FileStorage.open(folder)) {
            RandomJournal.write(storage, List.of(new Appended(Entries.of(new Entry(1, "append x")))));
            before = Files.readAllBytes(old);
            RandomJournal.write(storage,
                    List.of(new SnapshotTaken(new Snapshot(1, 1, Membership.of(List.of("n1")), "x"))));
        }
        Files.delete(folder.resolve("journal-2"));
        Files.write(old, before);
        String message = assertThrows(StorageException.class, () -> FileStorage.open(folder)).getMessage();
        assertTrue(message.contains("journal-2 is missing"), message);
    }

    @Test
    void aDirectoryHasOneUser() {
        try (FileStorage first = FileStorage.open(folder)) {
            for (int attempt = 0; attempt < 2; attempt++) {
                String message = assertThrows(StorageException.class, () -> FileStorage.open(folder)).getMessage();
                assertTrue(message.contains("in use by a storage of this process"), message);
            }
            RandomJournal.write(first, RandomJournal.of(1).nextBatch());
        }
        FileStorage.open(folder).close();
    }

    @Test
    void aClosedStorageSaysSo() {
        FileStorage storage = FileStorage.open(folder);
        storage.close();
        storage.close();
        String message = assertThrows(StorageException.class, storage::sync).getMessage();
        assertTrue(message.contains("is closed"), message);
        assertThrows(StorageException.class, storage::recover);
        assertThrows(StorageException.class, () -> storage.write(new TermAndVote(1, null)));
    }

    @Test
    void aPathThatIsAFileIsAClearError() throws Exception {
        Path file = Files.createFile(folder.resolve("file"));
        String message = assertThrows(StorageException.class, () -> FileStorage.open(file)).getMessage();
        assertTrue(message.contains(file.toString()), message);
    }
}
