package dev.heddle.raft.storage;

import dev.heddle.raft.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The journal of a directory: batches of bytes, each of which is there as a whole or not at all.
 * The current batches are in one file, {@code journal-N}; what a snapshot makes superfluous goes when
 * the file is replaced by {@code journal-N+1}, which begins with all that still counts.
 */
final class Journal implements AutoCloseable {

    /** What the name of a file ends with that is not whole yet. */
    static final String DRAFT = ".draft";
    private static final Pattern NAME = Pattern.compile("journal-([1-9]\\d{0,17})");

    private final Path directory;
    private final Channels channels;
    private final DirectoryLock lock;
    private Watermark watermark;
    private JournalFile file;
    private RecoveryReport report;

    private Journal(Path directory, Channels channels, DirectoryLock lock) {
        this.directory = directory;
        this.channels = channels;
        this.lock = lock;
    }

    /** Opens a directory, makes it if there is none, and hands over the batches in it. */
    static Journal open(Path directory, Channels channels, Consumer<ByteBuffer> batch) throws IOException {
        createDurably(directory.toAbsolutePath());
        Journal journal = new Journal(directory, channels, DirectoryLock.of(directory));
        boolean open = false;
        try {
            journal.recover(batch);
            open = true;
            return journal;
        } finally {
            if (!open) {
                journal.close();
            }
        }
    }

    private static void createDurably(Path directory) throws IOException {
        if (!Files.isDirectory(directory)) {
            createDurably(directory.getParent());
            Files.createDirectory(directory);
            Channels.forceDirectory(directory.getParent());
        }
    }

    private void recover(Consumer<ByteBuffer> batch) throws IOException {
        List<Long> generations = generations();
        Path marks = directory.resolve(Watermark.NAME);
        if (!Files.exists(marks)) {
            if (!generations.isEmpty()) {
                throw missing(marks, path(generations.get(0)) + " is there");
            }
            watermark = Watermark.create(directory, channels);
            Channels.forceDirectory(directory);
        } else {
            watermark = Watermark.open(directory, channels);
        }
        long newest = generations.isEmpty() ? 0 : generations.get(0);
        if (newest < watermark.mark().generation()) {
            throw missing(path(watermark.mark().generation()), marks + " says that it was synced");
        }
        if (newest == 0) {
            replace(null);
            report = new RecoveryReport(file.path(), 0, file.end(), 0);
        } else {
            read(newest, batch);
        }
        removeAllBut(newest, generations);
    }

    private StorageException missing(Path path, String because) {
        return new StorageException(path + " is missing, although " + because + ". Restore the directory from a copy,"
                + " or replace the server by one with an empty directory under a new name, which learns everything"
                + " from the others");
    }

    /** The numbers of the journal's files, the newest first. */
    private List<Long> generations() throws IOException {
        List<Long> generations = new ArrayList<>();
        try (DirectoryStream<Path> files = Files.newDirectoryStream(directory)) {
            for (Path path : files) {
                Matcher name = NAME.matcher(path.getFileName().toString());
                if (name.matches()) {
                    generations.add(Long.parseLong(name.group(1)));
                }
            }
        }
        generations.sort(Comparator.reverseOrder());
        return generations;
    }

    private Path path(long generation) {
        return directory.resolve("journal-" + generation);
    }

    private void read(long generation, Consumer<ByteBuffer> batch) throws IOException {
        Path path = path(generation);
        FileChannel channel = channels.open(path, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            file = JournalFile.read(path, channel, generation, watermark.lengthIn(generation), batch);
        } finally {
            if (file == null) {
                channel.close();
            }
        }
        long cutOff = file.settle();
        mark();
        watermark.force();
        report = new RecoveryReport(path, file.batches(), file.end(), cutOff);
    }

    private void mark() throws IOException {
        watermark.set(file.generation(), file.end());
    }

    private void removeAllBut(long newest, List<Long> generations) throws IOException {
        for (long generation : generations) {
            if (generation != newest) {
                Files.delete(path(generation));
            }
        }
    }

    /** Adds a batch, which the buffer holds behind room for a header, and returns once it is durable. */
    void append(ByteBuffer batch) throws IOException {
        file.append(batch);
        file.force();
        mark();
    }

    /**
     * Makes one batch all that the journal holds; null for none. Until the new file has its name the
     * old one counts, and from then on the new one, which is whole: there is nothing between.
     */
    void replace(ByteBuffer batch) throws IOException {
        long generation = file == null ? 1 : file.generation() + 1;
        Path draft = directory.resolve("journal" + DRAFT);
        Path path = path(generation);
        FileChannel channel = channels.open(draft, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE);
        JournalFile old = file;
        try {
            file = JournalFile.create(path, channel, generation, batch);
            file.force();
            Files.move(draft, path, StandardCopyOption.ATOMIC_MOVE);
            Channels.forceDirectory(directory);
        } finally {
            if (file == old) {
                channel.close();
            } else if (old != null) {
                old.close();
            }
        }
        mark();
        watermark.force();
        if (old != null) {
            Files.delete(old.path());
        }
    }

    RecoveryReport report() {
        return report;
    }

    /** How many bytes the journal takes. */
    long size() {
        return file.end();
    }

    @Override
    public void close() throws IOException {
        try (lock; Watermark marks = watermark; JournalFile journal = file) {
            if (marks != null && journal != null) {
                marks.force();
            }
        }
    }
}
