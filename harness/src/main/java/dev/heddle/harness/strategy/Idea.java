package dev.heddle.harness.strategy;

import java.util.Locale;

/** A part of the search that can be switched off, to see what it is worth. */
public enum Idea {
    /** Executions leave out kinds of fault, some of them all. Without it, every kind is in every execution. */
    SWARM,
    /** Executions draw how likely each kind of event is. Without it, each has the middle of its range. */
    WEIGHTS,
    /** What executions reached guides those that follow. Without it, nothing is learned. */
    FEEDBACK;

    /** The name on the command line. */
    public String id() {
        return name().toLowerCase(Locale.ROOT);
    }
}
