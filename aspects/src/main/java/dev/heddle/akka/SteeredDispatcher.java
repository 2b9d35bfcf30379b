package dev.heddle.akka;

/** The interface that a woven {@code MessageDispatcher} implements. */
public interface SteeredDispatcher {
    /** The steering of its actor system, or null where the system is not under test. */
    Steering steering();
}
