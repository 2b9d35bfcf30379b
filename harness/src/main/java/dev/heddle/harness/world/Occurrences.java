package dev.heddle.harness.world;

/** Tells equal pending things apart: the how-many-th of its kind a pending thing is, from 1. */
@FunctionalInterface
public interface Occurrences {
    int of(Pending pending);
}
