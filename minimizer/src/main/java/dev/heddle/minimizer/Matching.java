package dev.heddle.minimizer;

/** What stands in for a message of a candidate that is not pending when its turn comes. */
public enum Matching {
    /** An equal one; failing that, the event is skipped. */
    EQUAL,
    /** The first one pending of the same kind between the same two actors, whatever its contents. */
    FIRST_OF_KIND,
    /** The last such one. */
    LAST_OF_KIND
}
