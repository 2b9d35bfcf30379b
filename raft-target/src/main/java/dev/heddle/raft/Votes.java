package dev.heddle.raft;

/** The grants that a candidate has received in its candidacy (§5.2); immutable. */
public interface Votes {

    /** These votes and a grant by {@code voter}. */
    Votes grant(String voter);

    /** How many votes these are worth against the majority. */
    int count();
}
