package dev.heddle.raft.storage;

import dev.heddle.raft.Appended;
import dev.heddle.raft.Entries;
import dev.heddle.raft.Entry;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Locale;
import java.util.concurrent.TimeUnit;

/** A program that measures this machine's disk through {@link FileStorage}; its argument is an empty directory. */
final class StorageFigures {

    private static final int SYNCS = 2_000;
    private static final int WARM_UP = 200;
    private static final long RECOVERED_BYTES = 100_000_000;
    private static final String COMMAND = "append " + "x".repeat(93);

    private StorageFigures() {
    }

    public static void main(String[] arguments) throws IOException {
        Path directory = Path.of(arguments[0]);
        for (int entries : new int[] {1, 16, 256}) {
            syncs(directory.resolve("syncs-of-" + entries), entries);
        }
        recovery(directory.resolve("small"), 1);
        recovery(directory.resolve("large"), 256);
    }

    private static Appended batch(int entries) {
        Entry[] all = new Entry[entries];
        for (int i = 0; i < entries; i++) {
            all[i] = new Entry(1, COMMAND);
        }
        return new Appended(Entries.of(all));
    }

    private static void syncs(Path directory, int entries) {
        try (FileStorage storage = FileStorage.open(directory)) {
            Appended batch = batch(entries);
            long start = 0;
            for (int i = -WARM_UP; i < SYNCS; i++) {
                start = i == 0 ? System.nanoTime() : start;
                storage.write(batch);
                storage.sync();
            }
            double seconds = (System.nanoTime() - start) / 1e9;
            print("%d entries of 100 characters a sync: %.0f syncs/s, %.0f entries/s", entries, SYNCS / seconds,
                    entries * SYNCS / seconds);
        }
    }

    /** Reads a file of so many bytes; it is written without {@link FileStorage}'s syncs, which would take long. */
    private static void recovery(Path directory, int entries) throws IOException {
        FileStorage.open(directory).close();
        Bytes bytes = new Bytes(Frame.HEADER_BYTES);
        RecordCodec.write(batch(entries), bytes);
        ByteBuffer batch = bytes.finished();
        try (FileChannel channel = FileChannel.open(directory.resolve("journal-1"), StandardOpenOption.APPEND)) {
            ByteBuffer chunk = ByteBuffer.allocate(1 << 20);
            for (long number = 1; number * batch.limit() < RECOVERED_BYTES; number++) {
                Frame.of(batch, number).putInto(batch, 0);
                if (chunk.remaining() < batch.limit()) {
                    channel.write(chunk.flip());
                    chunk.clear();
                }
                chunk.put(batch.duplicate());
            }
            channel.write(chunk.flip());
            channel.force(true);
        }
        for (int run = 0; run < 4; run++) {
            long start = System.nanoTime();
            try (FileStorage storage = FileStorage.open(directory)) {
                long millis = TimeUnit.NANOSECONDS.toMillis(System.nanoTime() - start);
                print("%s, %d entries: recovered in %d ms%s", storage.report(), storage.recover().log().lastIndex(),
                        millis, run == 0 ? ", and written again as the watermark did not know it" : "");
            }
        }
    }

    private static void print(String format, Object... arguments) {
        System.out.println(String.format(Locale.ROOT, format, arguments));
    }
}
