package dev.heddle.invariants.linearizability;

import dev.heddle.harness.world.HookError;
import java.util.function.Predicate;

/**
 * A single copy of the data, and what is known of it.
 *
 * @param reads the commands that change nothing, whatever the state
 * @param <S> the state of the data
 */
record Model<S>(SequentialSpec<S> spec, Predicate<String> reads) {
    /** One of which nothing more is known. */
    static <S> Model<S> of(SequentialSpec<S> spec) {
        return new Model<>(spec, command -> false);
    }

    S initial() {
        return spec.initial();
    }

    /** The state after an operation, or null where it is not answered so. */
    S step(S state, String command, String answer) {
        S after = spec.step(state, command, answer);
        if (after != null && reads.test(command) && !after.equals(state)) {
            throw HookError.wrong("Linearizability.withReads", "takes '" + command
                    + "' for a read, but by the specification it changes " + state + " to " + after);
        }
        return after;
    }

    boolean isRead(Operation operation) {
        return reads.test(operation.command());
    }
}
