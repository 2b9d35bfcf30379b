/**
 * What must always hold: an {@link dev.heddle.harness.invariant.Invariant} looks at the states of
 * the nodes after every step, and at nothing else.
 */
package dev.heddle.harness.invariant;
