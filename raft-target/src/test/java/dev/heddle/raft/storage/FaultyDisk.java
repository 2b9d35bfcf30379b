package dev.heddle.raft.storage;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.MappedByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.FileLock;
import java.nio.channels.ReadableByteChannel;
import java.nio.channels.WritableByteChannel;
import java.nio.file.Files;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;

/**
 * A disk that fails at its n-th write, truncation or sync, having done a part of it, and every time
 * after that; and that can tell what might be left of its files after a loss of power.
 */
final class FaultyDisk implements Channels {

    /** What a disk writes whole or not at all, here smaller than the usual 512 bytes. */
    private static final int SECTOR_BYTES = 64;

    private final List<Channel> channels = new ArrayList<>();
    private int operationsLeft;

    FaultyDisk(int operationsLeft) {
        this.operationsLeft = operationsLeft;
    }

    boolean hasFailed() {
        return operationsLeft < 0;
    }

    @Override
    public FileChannel open(Path file, OpenOption... options) throws IOException {
        FileChannel real = FileChannel.open(file, options);
        Channel before = channelOf(file);
        byte[] content = Files.readAllBytes(file);
        boolean known = before != null && content.length > 0;
        Channel channel = new Channel(real, keyOf(file), known ? before.durable : content);
        channels.add(channel);
        return channel;
    }

    private static Object keyOf(Path file) throws IOException {
        return Files.readAttributes(file, BasicFileAttributes.class).fileKey();
    }

    /**
     * The one that was opened last for a file, whatever its name was then; a new file may have the key of a
     * removed one.
     */
    private Channel channelOf(Path file) throws IOException {
        Object key = keyOf(file);
        Channel last = null;
        for (Channel channel : channels) {
            last = channel.key.equals(key) ? channel : last;
        }
        return last;
    }

    private boolean fails() {
        return --operationsLeft < 0;
    }

    /** From which byte on a file was written to since it was opened. */
    long firstWriteTo(Path file) throws IOException {
        return channelOf(file).firstWrite;
    }

    /** Loses some of what was written since the last sync of each file in the directory. */
    void losePower(Path directory, Random random) throws IOException {
        List<Path> files;
        try (Stream<Path> all = Files.list(directory)) {
            files = all.sorted().toList();
        }
        for (Path file : files) {
            Channel channel = channelOf(file);
            if (channel != null) {
                Files.write(file, mixed(channel.durable, Files.readAllBytes(file), random));
            }
        }
    }

    private static byte[] mixed(byte[] durable, byte[] current, Random random) {
        int shorter = Math.min(durable.length, current.length);
        int longer = Math.max(durable.length, current.length);
        byte[] result = new byte[shorter + random.nextInt(longer - shorter + 1)];
        for (int sector = 0; sector < result.length; sector += SECTOR_BYTES) {
            byte[] from = random.nextBoolean() ? durable : current;
            int end = Math.min(result.length, sector + SECTOR_BYTES);
            byte[] padded = Arrays.copyOf(from, Math.max(from.length, end));
            System.arraycopy(padded, sector, result, sector, end - sector);
        }
        return result;
    }

    /** A file that counts down to the failure, and remembers what was durable. */
    private final class Channel extends FileChannel {
        private final FileChannel real;
        private final Object key;
        private byte[] durable;
        private long firstWrite = Long.MAX_VALUE;

        Channel(FileChannel real, Object key, byte[] durable) {
            this.real = real;
            this.key = key;
            this.durable = durable;
        }

        @Override
        public int write(ByteBuffer source, long position) throws IOException {
            firstWrite = Math.min(firstWrite, position);
            if (fails()) {
                ByteBuffer half = source.duplicate().limit(source.position() + source.remaining() / 2);
                real.write(half, position);
                throw new IOException("No space left on device");
            }
            ByteBuffer some = source.duplicate();
            some.limit(some.position() + Math.max(1, some.remaining() / 2));
            int written = real.write(some, position);
            source.position(source.position() + written);
            return written;
        }

        @Override
        public FileChannel truncate(long size) throws IOException {
            if (fails()) {
                throw new IOException("Input/output error");
            }
            real.truncate(size);
            return this;
        }

        @Override
        public void force(boolean metaData) throws IOException {
            if (fails()) {
                throw new IOException("Input/output error");
            }
            ByteBuffer all = ByteBuffer.allocate((int) real.size());
            real.read(all, 0);
            durable = all.array();
        }

        @Override
        public int read(ByteBuffer target, long position) throws IOException {
            return real.read(target, position);
        }

        @Override
        public int read(ByteBuffer target) throws IOException {
            return real.read(target);
        }

        @Override
        public long size() throws IOException {
            return real.size();
        }

        @Override
        protected void implCloseChannel() throws IOException {
            real.close();
        }

        @Override
        public long read(ByteBuffer[] targets, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public int write(ByteBuffer source) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long write(ByteBuffer[] sources, int offset, int length) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long position() {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileChannel position(long newPosition) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferTo(long position, long count, WritableByteChannel target) {
            throw new UnsupportedOperationException();
        }

        @Override
        public long transferFrom(ReadableByteChannel source, long position, long count) {
            throw new UnsupportedOperationException();
        }

        @Override
        public MappedByteBuffer map(MapMode mode, long position, long size) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock lock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }

        @Override
        public FileLock tryLock(long position, long size, boolean shared) {
            throw new UnsupportedOperationException();
        }
    }
}
