/**
 * The live world of one execution: nodes, what is pending between them, the network, the clock.
 *
 * <p>{@link dev.heddle.harness.world.World} is told by an adapter what the actors send and arm, and
 * is steered by {@link dev.heddle.harness.world.Action}s. Nothing here knows Akka or any thread but
 * the one it runs on.
 */
package dev.heddle.harness.world;
