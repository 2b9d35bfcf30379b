package dev.heddle.akka;

import akka.actor.ActorInitializationException;
import akka.actor.ActorKilledException;
import dev.heddle.harness.world.RuleBreach;
import java.lang.reflect.InvocationTargetException;
import java.util.Set;

/** Exceptions, as they are reported. */
final class Failures {
    private static final Set<String> WRAPPING_OF_TYPED = Set.of("TypedActorFailedException", "UnstashException");

    private Failures() {}

    /** What went wrong in the target, without Akka's wrapping of it (in constructors, restarts, typed actors). */
    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while (root.getCause() != null && isWrapping(root)) {
            root = root.getCause();
        }
        return root;
    }

    /** True for Akka's ways to stop an actor on purpose: {@code Kill}, and a death that an actor is bound to share. */
    static boolean isMeant(Throwable thrown) {
        Throwable root = root(thrown);
        // Typed actors have an exception of their own, by the same name.
        return root instanceof ActorKilledException || root.getClass().getSimpleName().equals("DeathPactException");
    }

    private static boolean isWrapping(Throwable thrown) {
        return thrown instanceof ActorInitializationException
                || thrown instanceof InvocationTargetException
                || WRAPPING_OF_TYPED.contains(thrown.getClass().getSimpleName());
    }

    /** A breach by the code that is running. */
    static RuleBreach breach(String what, String remedy) {
        return new RuleBreach(what, remedy, new IllegalStateException(what));
    }
}
