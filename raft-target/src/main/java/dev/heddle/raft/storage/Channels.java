package dev.heddle.raft.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Where the storage gets its open files from; a test lends it files that fail. */
@FunctionalInterface
interface Channels {

    /** The files of the operating system. */
    Channels REAL = FileChannel::open;

    FileChannel open(Path file, OpenOption... options) throws IOException;

    /** Makes creations, renames and deletions in a directory durable. */
    static void forceDirectory(Path directory) throws IOException {
        if (System.getProperty("os.name").startsWith("Windows")) {
            return;
        }
        try (FileChannel channel = FileChannel.open(directory, StandardOpenOption.READ)) {
            channel.force(true);
        }
    }

    /** Writes all that remains in the buffer, however many writes it takes. */
    static void writeFully(FileChannel channel, ByteBuffer bytes, long position) throws IOException {
        long at = position;
        while (bytes.hasRemaining()) {
            at += channel.write(bytes, at);
        }
    }
}
