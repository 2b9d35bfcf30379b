/**
 * Shrinking schedules: {@link dev.heddle.minimizer.Minimizer} tries candidates that a
 * {@link dev.heddle.minimizer.Pass} proposes by an {@link dev.heddle.minimizer.Experiment}, and keeps
 * what shows the same violation in a smaller execution. What runs behind an experiment is not known here.
 */
package dev.heddle.minimizer;
