package dev.heddle.raft.storage;

import dev.heddle.raft.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.function.Consumer;

/**
 * One file of the journal: a header, and then batches, each behind a {@link Frame}. It is made whole
 * under another name before it gets its own, and from then on batches are added at its end, each one
 * synced before the next is begun.
 *
 * <p>From that follows what damage means. A batch of which something is missing or wrong was being
 * written when the server stopped if it is the last and is not known to have been synced; then it is
 * cut off, as nobody was told of it. If a later batch has been begun, or the {@link Watermark} says
 * that it was synced, it has been damaged since, and that is an error.
 */
final class JournalFile implements AutoCloseable {

    static final int HEADER_BYTES = 32;
    static final int VERSION = 1;
    private static final long MAGIC = 0x8A48444C52414654L;
    private static final int CHECKED_HEADER_BYTES = HEADER_BYTES - Integer.BYTES;
    private static final int SEARCH_BYTES = 1 << 16;
    private static final String CURE = ". Restore the directory from a copy, or replace the server by one with an"
            + " empty directory under a new name, which learns everything from the others";

    private final Path path;
    private final FileChannel channel;
    private final long generation;
    private long end;
    private long synced;
    private long batches;

    private JournalFile(Path path, FileChannel channel, long generation) {
        this.path = path;
        this.channel = channel;
        this.generation = generation;
    }

    /**
     * Begins a file; if {@code first} is not null, its first batch is what that buffer holds behind room for
     * a header.
     */
    static JournalFile create(Path path, FileChannel empty, long generation, ByteBuffer first) throws IOException {
        JournalFile file = new JournalFile(path, empty, generation);
        ByteBuffer header = ByteBuffer.allocate(HEADER_BYTES);
        long complete = HEADER_BYTES + (first == null ? 0 : first.limit());
        header.putLong(MAGIC).putInt(VERSION).putLong(generation).putLong(complete);
        header.putInt(Frame.checksum(header, 0, CHECKED_HEADER_BYTES)).flip();
        Channels.writeFully(empty, header, 0);
        file.end = HEADER_BYTES;
        if (first != null) {
            file.append(first);
        }
        return file;
    }

    /**
     * Reads a file, hands over its batches one by one and leaves the file ready for more.
     *
     * @param synced how many bytes are known to have been synced
     */
    static JournalFile read(Path path, FileChannel channel, long generation, long synced, Consumer<ByteBuffer> batch)
            throws IOException {
        JournalFile file = new JournalFile(path, channel, generation);
        Window window = new Window(channel);
        file.synced = Math.max(synced, file.readHeader(window.at(0, HEADER_BYTES)));
        file.end = HEADER_BYTES;
        while (file.end < window.size()) {
            ByteBuffer bytes = file.batchAt(window, file.end);
            if (bytes == null) {
                break;
            }
            file.handOver(bytes, batch);
            file.end += Frame.HEADER_BYTES + bytes.limit();
            file.batches++;
        }
        if (file.end < file.synced) {
            throw file.damaged(file.end, "batch " + (file.batches + 1) + ", as the first " + file.synced
                    + " bytes are known to have been synced", window.size() - file.end
                    + " bytes that are not a whole batch with a right checksum");
        }
        long later = file.laterBatch(window);
        if (later >= 0) {
            throw file.damaged(file.end, "batch " + (file.batches + 1) + ", whole and with a right checksum, as a"
                    + " later batch was begun at byte " + later + " after this one was synced", "neither");
        }
        return file;
    }

    /** Checks the header and returns how long the file was when it got its name, and so was synced. */
    private long readHeader(ByteBuffer header) {
        if (header.limit() < HEADER_BYTES) {
            throw damaged(0, "a header of " + HEADER_BYTES + " bytes", header.limit() + " bytes in all");
        }
        if (header.getLong() != MAGIC) {
            throw damaged(0, "the first bytes of a journal", "others");
        }
        int version = header.getInt();
        long inHeader = header.getLong();
        long complete = header.getLong();
        if (header.getInt() != Frame.checksum(header, 0, CHECKED_HEADER_BYTES)) {
            throw damaged(0, "a header with a right checksum", "a wrong one");
        }
        if (version != VERSION) {
            throw new StorageException(path + " was written in version " + version + " of its format, and this"
                    + " program knows version " + VERSION + " only; run the program that wrote it, or a newer one");
        }
        if (inHeader != generation) {
            throw damaged(0, "the header of generation " + generation + " as its name says",
                    "that of generation " + inHeader + ": it was renamed");
        }
        return complete;
    }

    /** The bytes of the batch that begins here, or null if there is no whole one with a right checksum. */
    private ByteBuffer batchAt(Window window, long from) throws IOException {
        Frame frame = Frame.at(window.at(from, Frame.HEADER_BYTES), 0);
        if (frame == null || frame.number() != batches + 1 || frame.length() < 0
                || frame.length() > window.size() - from - Frame.HEADER_BYTES) {
            return null;
        }
        ByteBuffer bytes = window.at(from + Frame.HEADER_BYTES, frame.length());
        return Frame.checksum(bytes, 0, bytes.limit()) == frame.checksum() ? bytes : null;
    }

    private void handOver(ByteBuffer bytes, Consumer<ByteBuffer> batch) {
        try {
            batch.accept(bytes.duplicate());
        } catch (RuntimeException e) {
            throw new StorageException(path + " has at byte " + end + " a batch that is whole but makes no sense: "
                    + e.getMessage() + CURE, e);
        }
    }

    /** Where behind the end of the whole batches a later one has its header, or -1. */
    private long laterBatch(Window window) throws IOException {
        long from = end;
        while (from < window.size()) {
            ByteBuffer bytes = window.at(from, SEARCH_BYTES + Frame.HEADER_BYTES);
            int places = Math.min(SEARCH_BYTES, bytes.limit());
            for (int at = 0; at < places; at++) {
                Frame frame = Frame.at(bytes, at);
                if (frame != null && frame.number() > batches && from + at > end) {
                    return from + at;
                }
            }
            from += places;
        }
        return -1;
    }

    private StorageException damaged(long offset, String expected, String found) {
        return new StorageException(path + " is damaged at byte " + offset + ": expected " + expected + ", found "
                + found + CURE);
    }

    /**
     * Cuts off what follows the last whole batch, and makes sure that what precedes it is durable.
     *
     * <p>Batches that are not known to have been synced are written once more as they are: what was
     * read may come from the system's memory after a sync of it failed, of which the system keeps no
     * trace, so that another sync of unchanged bytes would succeed without having written them.
     *
     * @return how many bytes were cut off
     */
    long settle() throws IOException {
        long rest = channel.size() - end;
        if (rest > 0) {
            channel.truncate(end);
        }
        Window window = new Window(channel);
        for (long from = synced; from < end; ) {
            ByteBuffer bytes = window.at(from, (int) Math.min(SEARCH_BYTES, end - from));
            int length = bytes.limit();
            Channels.writeFully(channel, bytes, from);
            from += length;
        }
        channel.force(true);
        synced = end;
        return rest;
    }

    /**
     * Adds the batch that the buffer holds behind {@link Frame#HEADER_BYTES} of room; not durable before
     * {@link #force()}.
     */
    void append(ByteBuffer batch) throws IOException {
        Frame.of(batch, batches + 1).putInto(batch, 0);
        int length = batch.limit();
        Channels.writeFully(channel, batch.rewind(), end);
        end += length;
        batches++;
    }

    /** Returns once every batch added so far survives a loss of power. */
    void force() throws IOException {
        channel.force(false);
        synced = end;
    }

    Path path() {
        return path;
    }

    long generation() {
        return generation;
    }

    long end() {
        return end;
    }

    long batches() {
        return batches;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
