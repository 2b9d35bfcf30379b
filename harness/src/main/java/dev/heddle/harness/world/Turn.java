package dev.heddle.harness.world;

import dev.heddle.harness.random.NodeRandom;

/** How far an execution has come: the virtual time, the deliveries so far, and whose code is running. */
final class Turn {
    private static final int NOBODY = -1;

    private final NodeRandom ownerless = new NodeRandom();
    private long nowNanos;
    private long deliveries;
    private Endpoint running;
    private int acted;

    /** Begins an execution. */
    void reset(long seed) {
        ownerless.reset(seed, NOBODY, 0);
        nowNanos = World.EPOCH_NANOS;
        deliveries = 0;
        running = null;
        acted = NOBODY;
    }

    /** Nobody has had the step that begins yet. */
    void nextStep() {
        acted = NOBODY;
    }

    /** The code at an address is about to run. */
    void begin(Endpoint receiver) {
        running = receiver;
        acted(receiver.node());
    }

    void end() {
        running = null;
    }

    /** The step is a node's. */
    void acted(Node node) {
        acted = node.index();
    }

    /** The clock goes on to a time, unless it is past it. */
    void advanceTo(long nanos) {
        nowNanos = Math.max(nowNanos, nanos);
    }

    void countDelivery() {
        deliveries++;
    }

    /** Index of the node that the step ran, or -1. */
    int acted() {
        return acted;
    }

    long deliveries() {
        return deliveries;
    }

    long nowNanos() {
        return nowNanos;
    }

    /** The address whose code is running, or null. */
    Endpoint running() {
        return running;
    }

    /** What the running code draws from. */
    NodeRandom random() {
        return running == null || running.node() == null ? ownerless : running.node().random();
    }
}
