package dev.heddle.raft.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/** Reads a file of fixed size in pieces, mostly forwards, through a buffer that grows to the largest piece. */
final class Window {

    private static final int CHUNK_BYTES = 1 << 20;

    private final FileChannel channel;
    private final long size;
    private ByteBuffer buffer = ByteBuffer.allocate(CHUNK_BYTES);
    private long bufferStart;

    Window(FileChannel channel) throws IOException {
        this.channel = channel;
        this.size = channel.size();
        buffer.limit(0);
    }

    long size() {
        return size;
    }

    /**
     * The bytes of the file from {@code from} on, or fewer where it ends; valid until the next call.
     */
    ByteBuffer at(long from, int length) throws IOException {
        int available = (int) Math.min(length, size - from);
        if (from < bufferStart || from + available > bufferStart + buffer.limit()) {
            fill(from, available);
        }
        int start = (int) (from - bufferStart);
        return buffer.slice(start, available);
    }

    private void fill(long from, int length) throws IOException {
        ByteBuffer next = buffer.capacity() >= length ? buffer : ByteBuffer.allocate(length);
        next.clear();
        bufferStart = from;
        while (next.hasRemaining()) {
            int read = channel.read(next, from + next.position());
            if (read < 0) {
                break;
            }
        }
        next.flip();
        buffer = next;
        if (next.limit() < length) {
            throw new IOException("the file became shorter while it was read");
        }
    }
}
