/**
 * The ways of making an execution smaller, one class each; {@link dev.heddle.minimizer.pass.Passes}
 * lists them.
 */
package dev.heddle.minimizer.pass;
