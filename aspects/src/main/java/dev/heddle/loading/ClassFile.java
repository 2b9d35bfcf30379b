package dev.heddle.loading;

import java.io.ByteArrayInputStream;
import java.io.DataInputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.function.Predicate;

/** The little of a class file that decides whether to weave it: version, superclass, and constants of interest. */
record ClassFile(int majorVersion, String superclass, boolean mentionsMarker) {

    private static final int MAGIC = 0xCAFEBABE;

    /**
     * Reads the constant pool and the header behind it.
     *
     * @param isMarker names to look for among the constants
     * @throws UncheckedIOException if the bytes are not those of a class
     */
    static ClassFile read(byte[] bytes, Predicate<String> isMarker) {
        try (DataInputStream in = new DataInputStream(new ByteArrayInputStream(bytes))) {
            if (in.readInt() != MAGIC) {
                throw new IOException("not a class file");
            }
            in.readUnsignedShort();
            int majorVersion = in.readUnsignedShort();
            int count = in.readUnsignedShort();
            String[] texts = new String[count];
            int[] nameOfClass = new int[count];
            boolean mentionsMarker = false;
            for (int index = 1; index < count; index++) {
                int tag = in.readUnsignedByte();
                switch (tag) {
                    case 1 -> {
                        texts[index] = in.readUTF();
                        mentionsMarker = mentionsMarker || isMarker.test(texts[index]);
                    }
                    case 7 -> nameOfClass[index] = in.readUnsignedShort();
                    case 8, 16, 19, 20 -> in.skipBytes(2);
                    case 15 -> in.skipBytes(3);
                    case 3, 4, 9, 10, 11, 12, 17, 18 -> in.skipBytes(4);
                    case 5, 6 -> {
                        in.skipBytes(8);
                        index++;
                    }
                    default -> throw new IOException("unknown constant " + tag);
                }
            }
            in.skipBytes(4);
            int superclass = in.readUnsignedShort();
            return new ClassFile(majorVersion, superclass == 0 ? null : texts[nameOfClass[superclass]], mentionsMarker);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
