package dev.heddle.akka;

import dev.heddle.akka.jdk.Unwind;
import dev.heddle.harness.world.HookError;
import java.util.function.Supplier;

/** Calls of what the user wrote for the harness, where whatever goes wrong carries the hook's name. */
final class Hooks {
    private Hooks() {}

    static <T> T call(String hook, Supplier<T> body) {
        try {
            return body.get();
        } catch (Unwind | HookError known) {
            throw known;
        } catch (Throwable thrown) {
            throw HookError.threw(hook, thrown);
        }
    }

    /** The same, where nothing is no answer. */
    static <T> T required(String hook, Supplier<T> body) {
        T result = call(hook, body);
        if (result == null) {
            throw HookError.wrong(hook, "returned null");
        }
        return result;
    }
}
