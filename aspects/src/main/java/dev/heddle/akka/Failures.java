package dev.heddle.akka;

import akka.actor.ActorInitializationException;
import dev.heddle.harness.world.RuleBreach;
import java.lang.reflect.InvocationTargetException;

/** Exceptions, as they are reported. */
final class Failures {
    private Failures() {}

    /** What went wrong in the target, without Akka's wrapping of what happens in constructors and restarts. */
    static Throwable root(Throwable thrown) {
        Throwable root = thrown;
        while ((root instanceof ActorInitializationException || root instanceof InvocationTargetException)
                && root.getCause() != null) {
            root = root.getCause();
        }
        return root;
    }

    /** A breach by the code that is running. */
    static RuleBreach breach(String what, String remedy) {
        return new RuleBreach(what, remedy, new IllegalStateException(what));
    }
}
