package dev.heddle.harness.world;

import dev.heddle.harness.disk.Disk;
import dev.heddle.harness.random.NodeRandom;

/** A node: a top-level actor and everything under it; it fails as one. */
public final class Node {
    private final String name;
    private final int index;
    private final Disk disk = new Disk();
    private final NodeRandom random = new NodeRandom();
    private Endpoint endpoint;
    private int incarnation;
    private boolean up;
    private Object handle;
    private long tearing;
    private long skewNanos;
    private long monotonicNanos;
    private long clockReads;

    Node(String name, int index) {
        this.name = name;
        this.index = index;
    }

    public String name() {
        return name;
    }

    /** Its place among the nodes, from 0. */
    public int index() {
        return index;
    }

    /** The address of its top-level actor. */
    public Endpoint endpoint() {
        return endpoint;
    }

    /** How often it was started: 0 before its boot, 1 after it. */
    public int incarnation() {
        return incarnation;
    }

    /** True from its start until it crashes; a node that is not up is mute. */
    public boolean up() {
        return up;
    }

    /** What is durable on it. */
    public Disk disk() {
        return disk;
    }

    /** What its present incarnation draws. */
    public NodeRandom random() {
        return random;
    }

    /** What the adapter keeps of it, or null. */
    public Object handle() {
        return handle;
    }

    /** Keeps something of the adapter's until the node stops. */
    public void handle(Object adaptersOwn) {
        handle = adaptersOwn;
    }

    /** How far its clocks are ahead of the true time; negative where they are behind. */
    public long skewNanos() {
        return skewNanos;
    }

    /** Sets its clocks; how often it starts does not change them. */
    public void skewNanos(long ahead) {
        skewNanos = ahead;
    }

    /** How often its clocks were read since the execution began. */
    public long clockReads() {
        return clockReads;
    }

    /** What its clock on the wall shows at a true time. */
    public long wallNanos(long trueNanos) {
        clockReads++;
        return trueNanos + skewNanos;
    }

    /** What its monotonic clock shows at a true time; within an incarnation it never runs back. */
    public long monotonicNanos(long trueNanos) {
        clockReads++;
        monotonicNanos = Math.max(monotonicNanos, trueNanos + skewNanos);
        return monotonicNanos;
    }

    void wipe(Endpoint fresh, long seed) {
        endpoint = fresh;
        incarnation = 0;
        up = false;
        handle = null;
        skewNanos = 0;
        clockReads = 0;
        disk.wipe();
        random.reset(seed, index, 0);
    }

    void up(long seed) {
        up = true;
        incarnation++;
        monotonicNanos = Long.MIN_VALUE;
        // The draws of the incarnation are hashes of counts from 1 on.
        tearing = NodeRandom.draw(seed, index, incarnation, 0);
        disk.mount();
        random.reset(seed, index, incarnation);
    }

    void down() {
        up = false;
        disk.crash(tearing);
    }

    @Override
    public String toString() {
        return name;
    }
}
