package dev.heddle.raft.storage;

import dev.heddle.raft.StorageException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.util.zip.CRC32C;

/**
 * A small file beside the journal that says up to where the journal has been synced. It is written
 * after each sync and not synced itself: it survives the death of the process, and after a loss of
 * power it may lag behind. Its two slots are written in turn, so that one of them is always whole.
 */
final class Watermark implements AutoCloseable {

    static final String NAME = "synced";
    private static final int MAGIC = 0x48525357;
    private static final int SLOT_BYTES = 32;
    private static final int CHECKED_BYTES = SLOT_BYTES - Integer.BYTES;
    private static final int SLOTS = 2;

    /** The first {@code length} bytes of the journal's file of this generation have been synced. */
    record Mark(long count, long generation, long length) {
        static final Mark NOTHING = new Mark(0, 0, 0);
    }

    private final FileChannel channel;
    private Mark mark;

    private Watermark(FileChannel channel, Mark mark) {
        this.channel = channel;
        this.mark = mark;
    }

    /** Makes the file in a directory in which nothing has been synced yet; durable but for its name. */
    static Watermark create(Path directory, Channels channels) throws IOException {
        Path draft = directory.resolve(NAME + Journal.DRAFT);
        FileChannel channel = channels.open(draft, StandardOpenOption.CREATE,
                StandardOpenOption.TRUNCATE_EXISTING, StandardOpenOption.READ, StandardOpenOption.WRITE);
        ByteBuffer both = ByteBuffer.allocate(SLOTS * SLOT_BYTES);
        both.put(encode(Mark.NOTHING)).put(encode(Mark.NOTHING)).flip();
        try {
            Channels.writeFully(channel, both, 0);
            channel.force(true);
            Files.move(draft, directory.resolve(NAME), StandardCopyOption.ATOMIC_MOVE);
            return new Watermark(channel, Mark.NOTHING);
        } catch (IOException e) {
            channel.close();
            throw e;
        }
    }

    static Watermark open(Path directory, Channels channels) throws IOException {
        Path file = directory.resolve(NAME);
        FileChannel channel = channels.open(file, StandardOpenOption.READ, StandardOpenOption.WRITE);
        try {
            return new Watermark(channel, read(channel, file));
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** The higher of the slots that are whole: of two slots written in turn, one may have been torn. */
    private static Mark read(FileChannel channel, Path file) throws IOException {
        ByteBuffer bytes = ByteBuffer.allocate(SLOTS * SLOT_BYTES + 1);
        while (bytes.hasRemaining() && channel.read(bytes) >= 0) {
            continue;
        }
        Mark best = null;
        for (int slot = 0; slot < SLOTS && bytes.position() == SLOTS * SLOT_BYTES; slot++) {
            Mark mark = decode(bytes.array(), slot * SLOT_BYTES);
            if (mark != null && (best == null || mark.count() > best.count())) {
                best = mark;
            }
        }
        if (best == null) {
            throw new StorageException(file + " is damaged: expected " + SLOTS + " slots of " + SLOT_BYTES
                    + " bytes, one of them with a right checksum, found " + channel.size() + " bytes and none."
                    + " It says how much of the journal was synced; without it a loss of synced data would go"
                    + " unnoticed. Restore the directory, or replace the server by one with an empty directory"
                    + " under a new name");
        }
        return best;
    }

    private static byte[] encode(Mark mark) {
        ByteBuffer slot = ByteBuffer.allocate(SLOT_BYTES);
        slot.putInt(MAGIC).putLong(mark.count()).putLong(mark.generation()).putLong(mark.length());
        return slot.putInt(checksum(slot.array(), 0)).array();
    }

    private static Mark decode(byte[] bytes, int from) {
        ByteBuffer slot = ByteBuffer.wrap(bytes, from, SLOT_BYTES);
        boolean magic = slot.getInt() == MAGIC;
        Mark mark = new Mark(slot.getLong(), slot.getLong(), slot.getLong());
        return magic && slot.getInt() == checksum(bytes, from) ? mark : null;
    }

    private static int checksum(byte[] slot, int from) {
        CRC32C crc = new CRC32C();
        crc.update(slot, from, CHECKED_BYTES);
        return (int) crc.getValue();
    }

    Mark mark() {
        return mark;
    }

    /** The bytes of the journal's file that are known to have been synced; 0 if the mark speaks of an earlier file. */
    long lengthIn(long generation) {
        return mark.generation() == generation ? mark.length() : 0;
    }

    /** The journal has been synced up to here. */
    void set(long generation, long length) throws IOException {
        Mark next = new Mark(mark.count() + 1, generation, length);
        Channels.writeFully(channel, ByteBuffer.wrap(encode(next)), next.count() % SLOTS * SLOT_BYTES);
        mark = next;
    }

    void force() throws IOException {
        channel.force(true);
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
