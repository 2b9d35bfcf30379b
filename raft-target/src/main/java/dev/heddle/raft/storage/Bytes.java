package dev.heddle.raft.storage;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;

/** A buffer that grows as it is written to, and the encoding of the plain values in it. */
final class Bytes {

    private static final int FIRST_CAPACITY = 1 << 10;
    private static final byte NULL = 0;
    private static final byte UTF_8 = 1;
    private static final byte UTF_16 = 2;

    private final int reserved;
    private ByteBuffer buffer = ByteBuffer.allocate(FIRST_CAPACITY);

    /** An empty one that begins behind so many bytes of room. */
    Bytes(int reserved) {
        this.reserved = reserved;
        clear();
    }

    void clear() {
        buffer.clear().position(reserved);
    }

    boolean isEmpty() {
        return buffer.position() == reserved;
    }

    int length() {
        return buffer.position() - reserved;
    }

    /** The room and what was written behind it, from 0 to the limit. */
    ByteBuffer finished() {
        return buffer.duplicate().flip();
    }

    void putByte(byte value) {
        room(Byte.BYTES).put(value);
    }

    void putInt(int value) {
        room(Integer.BYTES).putInt(value);
    }

    void putLong(long value) {
        room(Long.BYTES).putLong(value);
    }

    /** Writes any text or null so that it can be read back exactly: UTF-8 cannot do that for a lone surrogate. */
    void putText(String text) {
        if (text == null) {
            putByte(NULL);
            return;
        }
        boolean plain = text.chars().noneMatch(c -> Character.isSurrogate((char) c));
        byte[] encoded = plain ? text.getBytes(StandardCharsets.UTF_8) : charsOf(text);
        putByte(plain ? UTF_8 : UTF_16);
        putInt(encoded.length);
        room(encoded.length).put(encoded);
    }

    private static byte[] charsOf(String text) {
        byte[] encoded = new byte[Character.BYTES * text.length()];
        ByteBuffer.wrap(encoded).asCharBuffer().put(text);
        return encoded;
    }

    static String getText(ByteBuffer from) {
        byte kind = from.get();
        if (kind == NULL) {
            return null;
        }
        byte[] encoded = new byte[count(from, 1)];
        from.get(encoded);
        return switch (kind) {
            case UTF_8 -> new String(encoded, StandardCharsets.UTF_8);
            case UTF_16 -> ByteBuffer.wrap(encoded).asCharBuffer().toString();
            default -> throw new IllegalArgumentException("a text has the unknown encoding " + kind);
        };
    }

    /** Reads how many things follow, of which each takes at least so many bytes. */
    static int count(ByteBuffer from, int leastBytes) {
        int count = from.getInt();
        if (count < 0 || count > from.remaining() / leastBytes) {
            throw new IllegalArgumentException("a number of " + count + " things cannot be in "
                    + from.remaining() + " bytes");
        }
        return count;
    }

    private ByteBuffer room(int bytes) {
        if (buffer.remaining() < bytes) {
            long needed = (long) buffer.position() + bytes;
            if (needed > Frame.MAX_LENGTH) {
                throw new IllegalArgumentException("a batch takes more than " + Frame.MAX_LENGTH + " bytes");
            }
            int capacity = (int) Math.min(Frame.MAX_LENGTH, Math.max(needed, 2L * buffer.capacity()));
            buffer = ByteBuffer.allocate(capacity).put(buffer.flip());
        }
        return buffer;
    }
}
