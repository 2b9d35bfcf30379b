package dev.heddle.harness.invariant;

/**
 * An exception that left an actor's handler.
 *
 * @param node the node whose handler it left
 * @param actor the actor's name, such as {@code n1/worker}
 * @param cause the exception itself
 */
public record Failure(int node, String actor, Throwable cause) {}
