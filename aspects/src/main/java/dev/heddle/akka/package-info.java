/**
 * The adapter between Akka's objects and the engine.
 *
 * <p>Defined by the loader that defines the Akka under test. Aspects call
 * {@link dev.heddle.akka.Advice} and nothing else; they give Akka's objects the {@code Steered…}
 * interfaces declared here, through which this package reaches the state that hangs on them.
 * {@link dev.heddle.akka.AkkaTarget} is the way in from the other side.
 */
package dev.heddle.akka;
