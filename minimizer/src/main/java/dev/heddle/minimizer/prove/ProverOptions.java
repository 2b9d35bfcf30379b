package dev.heddle.minimizer.prove;

import dev.heddle.harness.run.RunOptions;
import java.util.Set;

/**
 * How everything is tried.
 *
 * @param timeNanos it ends after so long, with what is proven by then
 * @param shortcuts what makes it fast
 */
public record ProverOptions(RunOptions run, long timeNanos, Set<Shortcut> shortcuts) {
    /** What makes it fast; each can be left away, and nothing but time and memory changes. */
    public enum Shortcut {
        /** States of nodes are told apart by what the target tells of them, else by their histories. */
        MEMORIES,
        /** Nodes that are still alike are tried as one, where the target says that they are. */
        SYMMETRY,
        /** Ways that cannot come to a violation in the deliveries left are not followed. */
        LOOSE_ENDS,
        /** States that are too far from a violation, by what each node could do alone, are not followed. */
        PROSPECTS
    }

    public ProverOptions {
        shortcuts = Set.copyOf(shortcuts);
    }

    /** With all shortcuts. */
    public static ProverOptions on(RunOptions run, long timeNanos) {
        return new ProverOptions(run, timeNanos, Set.of(Shortcut.values()));
    }

    /** The same with these shortcuts only. */
    ProverOptions only(Shortcut... these) {
        return new ProverOptions(run, timeNanos, Set.of(these));
    }

    boolean takes(Shortcut shortcut) {
        return shortcuts.contains(shortcut);
    }
}
