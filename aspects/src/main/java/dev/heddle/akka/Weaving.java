package dev.heddle.akka;

import akka.actor.ActorCell;
import akka.dispatch.MessageDispatcher;

/** The self-check: an actor system that is not woven looks alive, and is under nobody's control. */
public final class Weaving {
    private Weaving() {}

    /** True where the aspects are in effect on the Akka that this class sees. */
    public static boolean active() {
        return SteeredCell.class.isAssignableFrom(ActorCell.class)
                && SteeredDispatcher.class.isAssignableFrom(MessageDispatcher.class);
    }

    /**
     * Makes sure that the aspects are in effect.
     *
     * @throws IllegalStateException where they are not, with the cure
     */
    public static void check() {
        if (!active()) {
            throw new IllegalStateException("Heddle's aspects are not woven into the Akka at "
                    + ActorCell.class.getProtectionDomain().getCodeSource().getLocation()
                    + ": start with ./heddle, the JUnit extension or the Maven plugin, which weave it,"
                    + " or load the scenario through dev.heddle.loading");
        }
    }
}
