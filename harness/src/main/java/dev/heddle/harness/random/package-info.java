/**
 * The two families of randomness, which never mix: {@link dev.heddle.harness.random.Rng} drives a
 * strategy's choices, {@link dev.heddle.harness.random.NodeRandom} answers what a target draws.
 */
package dev.heddle.harness.random;
