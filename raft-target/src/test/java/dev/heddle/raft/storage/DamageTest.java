package dev.heddle.raft.storage;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.Recovered;
import dev.heddle.raft.StorageException;
import dev.heddle.raft.TermAndVote;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is lost or changed in a file is either what nobody was told of, and cut off, or an error. */
class DamageTest {

    private static final int BATCHES = 5;

    @TempDir
    Path folder;
    private Path file;
    private Path marks;
    /** The state, the journal's length and the watermark's bytes after each batch, beginning with none. */
    private final List<Recovered> states = new ArrayList<>();
    private final List<Integer> lengths = new ArrayList<>();
    private final List<byte[]> watermarks = new ArrayList<>();
    private byte[] whole;

    @BeforeEach
    void writeSomeBatches() throws IOException {
        file = folder.resolve("journal-1");
        marks = folder.resolve(Watermark.NAME);
        RandomJournal journal = RandomJournal.withoutSnapshots(7);
        try (FileStorage storage = FileStorage.open(folder)) {
            remember(journal);
            for (int i = 0; i < BATCHES; i++) {
                RandomJournal.write(storage, journal.nextBatch());
                remember(journal);
            }
        }
        whole = Files.readAllBytes(file);
    }

    private void remember(RandomJournal journal) throws IOException {
        states.add(journal.state());
        lengths.add((int) Files.size(file));
        watermarks.add(Files.readAllBytes(marks));
    }

    private void expectError(String... parts) {
        String message = assertThrows(StorageException.class, () -> FileStorage.open(folder)).getMessage();
        for (String part : parts) {
            assertTrue(message.contains(part), message);
        }
    }

    private void expectState(int batches, long cutOff) throws IOException {
        try (FileStorage storage = FileStorage.open(folder)) {
            assertEquals(states.get(batches), storage.recover());
            assertEquals(cutOff, storage.report().cutOffBytes());
            assertEquals(batches, storage.report().batches());
        }
        assertEquals(lengths.get(batches).longValue(), Files.size(file));
    }

    /** How many batches are whole in so many bytes. */
    private int batchesIn(int length) {
        int batches = 0;
        while (batches < BATCHES && lengths.get(batches + 1) <= length) {
            batches++;
        }
        return batches;
    }

    @Test
    void syncedBytesThatAreMissingAreAnError() throws IOException {
        for (int length = 0; length < whole.length; length++) {
            Files.write(file, Arrays.copyOf(whole, length));
            expectError(file.toString(),
                    "byte " + (length < JournalFile.HEADER_BYTES ? 0 : lengths.get(batchesIn(length))),
                    "expected", "found", "Restore");
        }
    }

    @Test
    void aBatchWhoseSyncDidNotEndIsCutOffWhereverItEnds() throws IOException {
        for (int length = JournalFile.HEADER_BYTES; length <= whole.length; length++) {
            int batches = batchesIn(length);
            Files.write(file, Arrays.copyOf(whole, length));
            Files.write(marks, watermarks.get(batches));
            expectState(batches, length - lengths.get(batches));
        }
    }

    @Test
    void batchesThatTheWatermarkDoesNotKnowYetAreKept() throws IOException {
        Files.write(marks, watermarks.get(0));
        expectState(BATCHES, 0);
        Files.write(marks, watermarks.get(0));
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        expectState(BATCHES - 1, whole.length - 1 - lengths.get(BATCHES - 1));
    }

    @Test
    void aFlippedBitInSyncedBytesIsAnError() throws IOException {
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            Files.write(file, flipped(whole, bit));
            expectError(file.toString(), "byte ", "Restore");
        }
    }

    @Test
    void aFlippedBitBeforeTheLastBatchIsAnErrorWithoutTheWatermark() throws IOException {
        for (int bit = 0; bit < whole.length * Byte.SIZE; bit++) {
            Files.write(file, flipped(whole, bit));
            Files.write(marks, watermarks.get(0));
            int last = lengths.get(BATCHES - 1);
            if (bit / Byte.SIZE < last) {
                expectError(file.toString(), "byte ");
            } else if (bit % Byte.SIZE == bit / Byte.SIZE % Byte.SIZE) {
                expectState(BATCHES - 1, whole.length - last);
            }
        }
    }

    private static byte[] flipped(byte[] bytes, int bit) {
        byte[] changed = bytes.clone();
        changed[bit / Byte.SIZE] ^= (byte) (1 << bit % Byte.SIZE);
        return changed;
    }

    @Test
    void aDamagedWatermarkIsReplacedByTheOneBefore() throws IOException {
        byte[] mark = Files.readAllBytes(marks);
        for (int bit = 0; bit < mark.length * Byte.SIZE; bit += 5) {
            Files.write(marks, flipped(mark, bit));
            expectState(BATCHES, 0);
        }
        byte[] both = flipped(flipped(mark, 100), mark.length * Byte.SIZE / 2 + 100);
        Files.write(marks, both);
        expectError(marks.toString(), "damaged", "Restore");
        for (int length = 0; length < mark.length; length++) {
            Files.write(marks, Arrays.copyOf(mark, length));
            expectError(marks.toString(), "damaged");
        }
    }

    @Test
    void eachSlotOfTheWatermarkKnowsItsBatch() throws IOException {
        byte[] mark = Files.readAllBytes(marks);
        Files.write(file, Arrays.copyOf(whole, lengths.get(BATCHES - 2)));
        for (int slot = 0; slot < 2; slot++) {
            Files.write(marks, flipped(mark, slot * mark.length / 2 * Byte.SIZE));
            expectError(file.toString(), "known to have been synced");
        }
    }

    @Test
    void garbageBehindTheLastBatchIsCutOff() throws IOException {
        for (byte[] rest : List.of(new byte[1], new byte[4096], new byte[] {-1, -2, 72, 66, 0, 0})) {
            byte[] longer = Arrays.copyOf(whole, whole.length + rest.length);
            System.arraycopy(rest, 0, longer, whole.length, rest.length);
            Files.write(file, longer);
            expectState(BATCHES, rest.length);
        }
    }

    @Test
    void aStorageGoesOnBehindWhatWasCutOff() throws IOException {
        Files.write(file, Arrays.copyOf(whole, whole.length - 1));
        Files.write(marks, watermarks.get(BATCHES - 1));
        TermAndVote vote = new TermAndVote(100, "n9");
        try (FileStorage storage = FileStorage.open(folder)) {
            RandomJournal.write(storage, List.of(vote));
        }
        try (FileStorage storage = FileStorage.open(folder)) {
            assertEquals(states.get(BATCHES - 1).and(vote), storage.recover());
        }
    }

    @Test
    void anOlderFileIsOnlyRemovedWhenTheNewerOneHasBeenRead() throws IOException {
        Files.write(marks, watermarks.get(0));
        Path newer = folder.resolve("journal-2");
        Files.write(newer, new byte[100]);
        expectError(newer.toString());
        assertTrue(Files.exists(file));
        Files.delete(newer);
        expectState(BATCHES, 0);
    }

    @Test
    void aFutureVersionIsNotTouched() throws IOException {
        ByteBuffer header = ByteBuffer.wrap(whole.clone());
        header.putInt(8, JournalFile.VERSION + 1);
        header.putInt(28, Frame.checksum(header, 0, 28));
        Files.write(file, header.array());
        expectError(file.toString(), "version 2", "knows version 1 only");
    }

    @Test
    void aMissingFileIsAnError() throws IOException {
        Files.delete(marks);
        expectError(marks + " is missing", "Restore");
        Files.write(marks, watermarks.get(BATCHES));
        Files.delete(file);
        expectError(file + " is missing", "Restore");
    }

    @Test
    void aRenamedFileIsAnError() throws IOException {
        Files.move(file, folder.resolve("journal-2"));
        expectError("journal-2 is damaged", "generation 2", "renamed");
    }
}
