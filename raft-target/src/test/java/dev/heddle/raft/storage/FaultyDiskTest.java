package dev.heddle.raft.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.StorageException;
import dev.heddle.raft.TermAndVote;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever write or sync fails, the storage stops, and what it had acknowledged is there afterwards. */
class FaultyDiskTest {

    private static final int BATCHES = 6;
    private static final int RUNS = 2;

    @TempDir
    Path folder;

    /** What was acknowledged before the disk failed, and what the storage was working on then. */
    private record Attempt(Recovered acknowledged, Recovered next, boolean completed) {
    }

    /** Opens, writes and closes, again and again, until the disk fails or all is written. */
    private static Attempt writeOn(FaultyDisk disk, Path directory, long seed) {
        RandomJournal journal = RandomJournal.of(seed);
        Recovered acknowledged = journal.state();
        FileStorage storage = null;
        try {
            for (int run = 0; run < RUNS; run++) {
                storage = FileStorage.open(directory, disk);
                for (int batch = 0; batch < BATCHES; batch++) {
                    List<JournalRecord> records = journal.nextBatch();
                    records.forEach(storage::write);
                    storage.sync();
                    acknowledged = journal.state();
                }
                storage.close();
            }
            return new Attempt(acknowledged, acknowledged, true);
        } catch (StorageException e) {
            assertTrue(disk.hasFailed(), e.toString());
            assertTrue(e.getMessage().contains("until it is opened anew"), e.getMessage());
            if (storage != null) {
                assertItIsDead(storage);
            }
            return new Attempt(acknowledged, journal.state(), false);
        }
    }

    private static void assertItIsDead(FileStorage storage) {
        for (int again = 0; again < 2; again++) {
            assertThrows(StorageException.class, storage::sync);
            assertThrows(StorageException.class, () -> storage.write(new TermAndVote(1, null)));
            assertThrows(StorageException.class, storage::recover);
        }
        try {
            storage.close();
        } catch (StorageException e) {
            assertTrue(e.getMessage().contains("could not be closed"), e.getMessage());
        }
    }

    private void forEveryFailure(boolean losePower) throws IOException {
        boolean completed = false;
        int outcomes = 0;
        for (int operation = 0; !completed; operation++) {
            Path directory = Files.createDirectory(folder.resolve(losePower + "-" + operation));
            FaultyDisk disk = new FaultyDisk(operation);
            Attempt attempt = writeOn(disk, directory, operation % 7);
            completed = attempt.completed();
            if (losePower) {
                disk.losePower(directory, new Random(operation));
            }
            try (FileStorage storage = FileStorage.open(directory)) {
                Recovered recovered = storage.recover();
                if (!recovered.equals(attempt.next())) {
                    assertEquals(attempt.acknowledged(), recovered, "operation " + operation);
                    outcomes |= 1;
                } else {
                    outcomes |= attempt.next().equals(attempt.acknowledged()) ? 0 : 2;
                }
                RandomJournal.write(storage, List.of(new TermAndVote(1000, "n1")));
            }
            remove(directory);
        }
        assertEquals(3, outcomes, "both a batch that went and one that stayed were to be seen");
    }

    private static void remove(Path directory) throws IOException {
        try (Stream<Path> files = Files.list(directory)) {
            for (Path file : files.toList()) {
                Files.delete(file);
            }
        }
    }

    @Test
    void aFailureStopsTheStorageAndLosesNothingAcknowledged() throws IOException {
        forEveryFailure(false);
    }

    @Test
    void nothingAcknowledgedIsLostWithThePower() throws IOException {
        forEveryFailure(true);
    }

    @Test
    void whatMayNeverHaveReachedTheDiskIsWrittenOnceMore() throws IOException {
        RandomJournal journal = RandomJournal.withoutSnapshots(3);
        Path file = folder.resolve("journal-1");
        Path marks = folder.resolve(Watermark.NAME);
        long synced;
        byte[] mark;
        try (FileStorage storage = FileStorage.open(folder)) {
            RandomJournal.write(storage, journal.nextBatch());
            synced = Files.size(file);
            mark = Files.readAllBytes(marks);
            RandomJournal.write(storage, journal.nextBatch());
        }
        Files.write(marks, mark);
        FaultyDisk disk = new FaultyDisk(Integer.MAX_VALUE);
        FileStorage.open(folder, disk).close();
        assertEquals(synced, disk.firstWriteTo(file));
    }
}
