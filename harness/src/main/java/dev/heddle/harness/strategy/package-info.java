/**
 * Strategies: oracles that decide what happens next.
 *
 * <p>To add one, implement {@link dev.heddle.harness.strategy.Strategy} and list its factory in
 * {@link dev.heddle.harness.strategy.Strategies}. Fuzzing and replay are strategies over one loop.
 */
package dev.heddle.harness.strategy;
