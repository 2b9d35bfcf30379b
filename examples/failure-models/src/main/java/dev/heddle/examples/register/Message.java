package dev.heddle.examples.register;

import java.nio.charset.StandardCharsets;
import java.util.zip.CRC32;

/**
 * What replicas say to each other. A question is named by its asker's start and number, so that no answer to
 * an earlier one, or to an earlier life, is taken for its own.
 */
sealed interface Message {
    /** What do you hold? */
    record Query(int start, int number) implements Message {}

    /** The answer to a {@link Query}. */
    record Holding(int start, int number, int counter, String writer, String value) implements Message {}

    /** Hold this, unless you hold something newer. */
    record Store(int start, int number, int counter, String writer, String value) implements Message {}

    /** The answer to a {@link Store}. */
    record Stored(int start, int number) implements Message {}

    /** A message with a checksum of it. */
    record Sealed(Message content, long checksum) {
        static Sealed of(Message content) {
            return new Sealed(content, checksum(content));
        }

        /** False where it is not what was sent. */
        boolean intact() {
            return checksum == checksum(content);
        }

        private static long checksum(Message content) {
            CRC32 crc = new CRC32();
            crc.update(content.toString().getBytes(StandardCharsets.UTF_8));
            return crc.getValue();
        }
    }
}
