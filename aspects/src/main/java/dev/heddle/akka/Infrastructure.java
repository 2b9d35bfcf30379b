package dev.heddle.akka;

import dev.heddle.harness.random.Mix64;

/**
 * Tells what a node does from what Akka does once for the whole system when a node first needs it
 * (extensions, system actors). The latter belongs to no node, so that a reused system and a fresh
 * one behave alike.
 */
final class Infrastructure {
    private int depth;
    private long draws;

    void begin() {
        depth++;
    }

    void end() {
        depth--;
    }

    boolean active() {
        return depth > 0;
    }

    long draw() {
        return Mix64.mix(++draws);
    }
}
