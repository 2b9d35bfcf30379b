package dev.heddle.harness.world;

/** An answer that a client got; it arrives at once, so it is no event. */
public record Response(Endpoint from, Endpoint client, String text) {}
