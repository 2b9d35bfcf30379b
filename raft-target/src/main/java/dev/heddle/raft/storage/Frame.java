package dev.heddle.raft.storage;

import java.nio.ByteBuffer;
import java.util.zip.CRC32C;

/**
 * The header that stands before each batch of the journal: a marker, the batch's length and number,
 * the checksum of its bytes, and the checksum of the header itself. With a checksum of its own the
 * length can be believed when the bytes cannot, so that damage in one batch does not hide the next.
 *
 * @param length the bytes of the batch, without this header
 * @param number the batch's number in its file, from 1
 * @param checksum the CRC-32C of the batch's bytes
 */
record Frame(int length, long number, int checksum) {

    static final int HEADER_BYTES = 24;
    /** The most that one batch may take. */
    static final int MAX_LENGTH = 1 << 30;
    /** Its first bytes occur in no UTF-8, so that nothing a client writes looks like a batch. */
    private static final int MARKER = 0xFFFE4842;

    /** The header for what the buffer holds from {@link #HEADER_BYTES} up to its limit. */
    static Frame of(ByteBuffer batch, long number) {
        return new Frame(batch.limit() - HEADER_BYTES, number, checksum(batch, HEADER_BYTES, batch.limit()));
    }

    void putInto(ByteBuffer bytes, int at) {
        bytes.putInt(at, MARKER).putInt(at + 4, length).putLong(at + 8, number).putInt(at + 16, checksum);
        bytes.putInt(at + 20, checksum(bytes, at, at + 20));
    }

    /** The header at this place, or null if there is none that is whole. */
    static Frame at(ByteBuffer bytes, int at) {
        if (bytes.limit() - at < HEADER_BYTES || bytes.getInt(at) != MARKER
                || bytes.getInt(at + 20) != checksum(bytes, at, at + 20)) {
            return null;
        }
        return new Frame(bytes.getInt(at + 4), bytes.getLong(at + 8), bytes.getInt(at + 16));
    }

    static int checksum(ByteBuffer bytes, int from, int to) {
        CRC32C crc = new CRC32C();
        crc.update(bytes.duplicate().position(from).limit(to));
        return (int) crc.getValue();
    }
}
