package dev.heddle.raft.storage;

import dev.heddle.raft.StorageException;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The sole right to a directory, held by a lock on a file in it that ends with the process.
 *
 * <p>The operating system's lock tells processes apart only, and closing any handle of the file
 * gives it up; therefore directories locked by this process are remembered here, and the lock file
 * of one of them is not even opened.
 */
final class DirectoryLock implements AutoCloseable {

    private static final String NAME = "lock";
    private static final Set<Path> HELD_HERE = ConcurrentHashMap.newKeySet();

    private final Path directory;
    private final FileChannel channel;

    private DirectoryLock(Path directory, FileChannel channel) {
        this.directory = directory;
        this.channel = channel;
    }

    static DirectoryLock of(Path existingDirectory) throws IOException {
        Path directory = existingDirectory.toRealPath();
        if (!HELD_HERE.add(directory)) {
            throw inUse(directory, "this process");
        }
        FileChannel channel = null;
        boolean locked = false;
        try {
            channel = FileChannel.open(
                    directory.resolve(NAME), StandardOpenOption.CREATE, StandardOpenOption.WRITE);
            FileLock lock = channel.tryLock();
            if (lock == null) {
                throw inUse(directory, "another process");
            }
            locked = true;
            return new DirectoryLock(directory, channel);
        } finally {
            if (!locked) {
                HELD_HERE.remove(directory);
                if (channel != null) {
                    channel.close();
                }
            }
        }
    }

    private static StorageException inUse(Path directory, String by) {
        return new StorageException(directory + " is in use by a storage of " + by
                + ": two servers must not share a directory; stop the other one, or give this one its own");
    }

    @Override
    public void close() throws IOException {
        try {
            channel.close();
        } finally {
            HELD_HERE.remove(directory);
        }
    }
}
