package dev.heddle.loading;

import java.io.ByteArrayOutputStream;
import java.io.DataOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;

/**
 * Leads method references to the JDK's clocks and generators, such as {@code System::nanoTime}, to
 * replacements as a class loads.
 *
 * <p>Such a reference is a method handle among the constants (Java Virtual Machine Specification, 4.4.8),
 * which a lambda factory calls: there is no call site that advice could take over. Here the handle is
 * made to name a static method of {@code dev.heddle.akka.jdk.References} with the same parameters;
 * the constants that takes are added at the end of the pool.
 */
final class MethodReferences {
    private static final String REPLACEMENTS = "dev/heddle/akka/jdk/References";
    private static final int INVOKE_STATIC = 6;
    private static final int NEW_INVOKE_SPECIAL = 8;
    private static final int POOL_COUNT = 8;

    /** What is replaced, by owner, name and descriptor, and the name of what replaces it. */
    private static final Map<String, String> REPLACED = Map.ofEntries(
            Map.entry("java/lang/System.nanoTime()J", "nanoTime"),
            Map.entry("java/lang/System.currentTimeMillis()J", "currentTimeMillis"),
            Map.entry("java/lang/Math.random()D", "mathRandom"),
            Map.entry("java/time/Instant.now()Ljava/time/Instant;", "instant"),
            Map.entry("java/time/LocalDate.now()Ljava/time/LocalDate;", "localDate"),
            Map.entry("java/time/LocalTime.now()Ljava/time/LocalTime;", "localTime"),
            Map.entry("java/time/LocalDateTime.now()Ljava/time/LocalDateTime;", "localDateTime"),
            Map.entry("java/time/ZonedDateTime.now()Ljava/time/ZonedDateTime;", "zonedDateTime"),
            Map.entry("java/time/OffsetDateTime.now()Ljava/time/OffsetDateTime;", "offsetDateTime"),
            Map.entry("java/time/Clock.systemUTC()Ljava/time/Clock;", "systemUtc"),
            Map.entry("java/time/Clock.systemDefaultZone()Ljava/time/Clock;", "systemDefaultZone"),
            Map.entry("java/util/UUID.randomUUID()Ljava/util/UUID;", "uuid"),
            Map.entry("java/util/Collections.shuffle(Ljava/util/List;)V", "shuffle"),
            Map.entry("java/util/Date.<init>()V", "date"),
            Map.entry("java/util/Random.<init>()V", "random"),
            Map.entry("java/security/SecureRandom.<init>()V", "secureRandom"),
            Map.entry("java/util/SplittableRandom.<init>()V", "splittableRandom"));

    private final ByteBuffer pool;
    private final int[] offsets;
    private final int end;
    private final ByteArrayOutputStream added = new ByteArrayOutputStream();
    private int count;

    private MethodReferences(byte[] bytes) {
        pool = ByteBuffer.wrap(bytes);
        count = Short.toUnsignedInt(pool.getShort(POOL_COUNT));
        offsets = new int[count];
        int at = POOL_COUNT + 2;
        for (int i = 1; i < offsets.length; i++) {
            offsets[i] = at;
            int tag = pool.get(at);
            at += length(tag, at);
            i += tag == 5 || tag == 6 ? 1 : 0;
        }
        end = at;
    }

    private int length(int tag, int at) {
        return switch (tag) {
            case 1 -> 3 + Short.toUnsignedInt(pool.getShort(at + 1));
            case 7, 8, 16, 19, 20 -> 3;
            case 15 -> 4;
            case 5, 6 -> 9;
            default -> 5;
        };
    }

    /** The class, which is left as it is where nothing in it is replaced. */
    static byte[] replacedIn(byte[] bytes) {
        return new MethodReferences(bytes.clone()).replaced(bytes);
    }

    private byte[] replaced(byte[] original) {
        for (int i = 1; i < offsets.length; i++) {
            if (offsets[i] > 0 && pool.get(offsets[i]) == 15) {
                replace(offsets[i]);
            }
        }
        if (added.size() == 0) {
            return original;
        }
        pool.putShort(POOL_COUNT, (short) count);
        byte[] bytes = pool.array();
        byte[] result = Arrays.copyOf(bytes, bytes.length + added.size());
        System.arraycopy(added.toByteArray(), 0, result, end, added.size());
        System.arraycopy(bytes, end, result, end + added.size(), bytes.length - end);
        return result;
    }

    private void replace(int handle) {
        int kind = pool.get(handle + 1);
        if (kind != INVOKE_STATIC && kind != NEW_INVOKE_SPECIAL) {
            return;
        }
        int method = offsets[index(handle + 2)];
        String owner = text(index(offsets[index(method + 1)] + 1));
        int nameAndType = offsets[index(method + 3)];
        String descriptor = text(index(nameAndType + 3));
        String replacement = REPLACED.get(owner + "." + text(index(nameAndType + 1)) + descriptor);
        if (replacement != null) {
            boolean constructor = kind == NEW_INVOKE_SPECIAL;
            int added = method(replacement, constructor ? "()L" + owner + ";" : descriptor);
            pool.put(handle + 1, (byte) INVOKE_STATIC);
            pool.putShort(handle + 2, (short) added);
        }
    }

    private int index(int at) {
        return Short.toUnsignedInt(pool.getShort(at));
    }

    private String text(int constant) {
        int at = offsets[constant];
        return new String(pool.array(), at + 3, index(at + 1), StandardCharsets.UTF_8);
    }

    /** The constant that names a replacement. */
    private int method(String name, String descriptor) {
        try {
            DataOutputStream out = new DataOutputStream(added);
            for (String text : new String[] {REPLACEMENTS, name, descriptor}) {
                out.writeByte(1);
                out.writeUTF(text);
            }
            out.writeByte(7);
            out.writeShort(count);
            out.writeByte(12);
            out.writeShort(count + 1);
            out.writeShort(count + 2);
            out.writeByte(10);
            out.writeShort(count + 3);
            out.writeShort(count + 4);
            count += 6;
            return count - 1;
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
