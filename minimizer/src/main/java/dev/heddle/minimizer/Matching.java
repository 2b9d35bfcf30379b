package dev.heddle.minimizer;

import java.util.List;

/** What stands in for a message of a candidate that is not pending when its turn comes. */
public enum Matching {
    /** An equal one; failing that, the event is skipped. */
    EQUAL,
    /** The first one pending of the same kind between the same two actors, whatever its contents. */
    FIRST_OF_KIND,
    /** The last such one. */
    LAST_OF_KIND,
    /**
     * An equal one, or the first of its kind, wherever it stands on its connection: what stands before it is delivered
     * first. So what is taken out of an execution happens later where something needs that it has happened.
     */
    IN_TURN;

    /** Those by which nothing happens that a candidate does not ask for. */
    public static final List<Matching> SELECTIVE = List.of(EQUAL, FIRST_OF_KIND, LAST_OF_KIND);
}
