package dev.heddle.harness.invariant;

import dev.heddle.harness.schedule.StableText;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;

/**
 * A broken invariant.
 *
 * @param invariant the invariant's id
 * @param nodes the names of the nodes that break it, in the order that the detail names them, each once
 * @param kind what tells two violations of one invariant apart, whatever the nodes are called (for
 *     an exception its class and top frame in the target); empty where there is nothing to tell
 * @param detail one line for people
 */
public record Violation(String invariant, List<String> nodes, String kind, String detail) {
    public Violation {
        Objects.requireNonNull(invariant, "invariant");
        nodes = List.copyOf(new LinkedHashSet<>(nodes));
        kind = StableText.of(kind);
        detail = StableText.of(detail);
    }

    /** Ends the kind of an exception that came without its stack: it may be from anywhere. */
    public static final String NOWHERE = "@?";

    /** A violation with nothing but its invariant to tell it by. */
    public static Violation of(String invariant, List<String> nodes, String detail) {
        return new Violation(invariant, nodes, "", detail);
    }

    /** The same invariant broken in the same way, up to the names of the nodes. */
    public boolean sameShape(Violation other) {
        return sameShape(other.shape());
    }

    /** The same, where of the other one its shape is known only. */
    public boolean sameShape(String other) {
        return shape().equals(other) || covers(shape(), other) || covers(other, shape());
    }

    private static boolean covers(String shape, String other) {
        return shape.endsWith(NOWHERE)
                && (other + "@").startsWith(shape.substring(0, shape.length() - NOWHERE.length()) + "@");
    }

    /** What is broken, in one line for people. */
    public String headline() {
        return invariant + " violated" + (nodes.isEmpty() ? "" : " by " + String.join(", ", nodes)) + ": " + detail;
    }

    /** What two violations of the same shape have in common, as one line without spaces at its ends. */
    public String shape() {
        return kind.isEmpty() ? invariant : invariant + " " + kind;
    }
}
