/**
 * Proving that a schedule is as short as any: {@link dev.heddle.minimizer.prove.Prover} tries all that can
 * happen, from nothing on, one delivery more at a time.
 */
package dev.heddle.minimizer.prove;
