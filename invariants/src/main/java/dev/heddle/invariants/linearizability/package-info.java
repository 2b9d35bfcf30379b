/**
 * Linearizability of what clients were told: is there one order of their operations, in keeping with
 * real time, that a single copy of the data would have answered in the same way?
 *
 * <p>A scenario describes the single copy as a {@link
 * dev.heddle.invariants.linearizability.SequentialSpec}. The definition is that of Maurice Herlihy and
 * Jeannette Wing, "Linearizability: A Correctness Condition for Concurrent Objects", 1990.
 */
package dev.heddle.invariants.linearizability;
