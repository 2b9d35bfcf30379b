package dev.heddle.harness.toy;

/** The defects of the toy. */
public enum Bug {
    /** It keeps its promises. */
    NONE,
    /** A candidate that has no other vote yet votes for another one as well: two leaders, by the order of messages. */
    VOTES_TWICE,
    /** A vote is answered before it is synced: two leaders, by a crash at the wrong moment. */
    FORGETS
}
