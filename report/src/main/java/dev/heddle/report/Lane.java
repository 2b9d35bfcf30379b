package dev.heddle.report;

/**
 * A line of the diagram: what happens in one place, one thing after the other.
 *
 * @param client true for what is outside of the system: a client, or an address without a node
 */
public record Lane(String name, boolean client) {}
