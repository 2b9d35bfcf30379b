package dev.heddle.harness.coverage;

import dev.heddle.harness.random.Mix64;
import java.util.Collection;
import java.util.Map;

/**
 * The value of one field of one node, as far as it is compared with another node's.
 *
 * <p>Numbers are compared: terms and indexes grow without end, and what matters is who is ahead. Words of which
 * there are few (enums, truth values) are what they are. The name of a node is itself, the other one or a third.
 * Of anything else it counts whether it is the same, which text is longer, and how many elements it has, up to
 * a few.
 */
final class Field {
    private static final int MANY = 3;
    private static final int SELF = 1;
    private static final int OTHER = 2;
    private static final int THIRD = 3;

    private Object value;
    /** What is the same in every state: the kind of the field and, of words, the word. */
    private long word;
    /** What is compared. */
    private long rank;
    private boolean naming;

    /** Takes the present value; false where it is the one before. */
    boolean take(Object present) {
        if (present instanceof Collection<?> || present instanceof Map<?, ?>) {
            return takeSize(present, present instanceof Collection<?> c ? c.size() : ((Map<?, ?>) present).size());
        } else if (present == value || present instanceof Long && present.equals(value)) {
            return false;
        }
        value = present;
        naming = false;
        if (present instanceof Enum<?> one) {
            set(one.name().hashCode(), 0);
        } else if (present instanceof Boolean truth) {
            set(truth ? 2 : 3, 0);
        } else if (present instanceof Double || present instanceof Float) {
            set(0, Double.doubleToLongBits(((Number) present).doubleValue()));
        } else if (present instanceof Number number) {
            set(0, number.longValue());
        } else {
            naming = present instanceof String;
            set(0, present == null ? -1 : naming ? 0 : present.toString().length());
        }
        return true;
    }

    /** What may change in place is not compared with what it was. */
    private boolean takeSize(Object present, int size) {
        boolean changed = present != value || size != rank;
        value = present;
        naming = false;
        set(Math.min(size, MANY), size);
        return changed;
    }

    private void set(long ownWord, long ownRank) {
        word = ownWord;
        rank = ownRank;
    }

    /** How this field of a node stands to that of another node. */
    long relation(String self, Field others, String other) {
        long names = naming || others.naming ? whose(value, self, other) * 4 + whose(others.value, other, self) : 0;
        int order = Long.compare(rank, others.rank);
        boolean same = order == 0 && (rank == 0 || value == null || value.equals(others.value));
        return Mix64.mix(word * 31 + others.word, names * 8 + order * 2 + (same ? 1 : 0));
    }

    private static long whose(Object value, String self, String other) {
        if (self.equals(value)) {
            return SELF;
        }
        return other.equals(value) ? OTHER : value instanceof String ? THIRD : 0;
    }
}
