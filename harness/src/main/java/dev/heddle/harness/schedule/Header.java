package dev.heddle.harness.schedule;

import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a schedule needs besides its events to mean the same thing everywhere.
 *
 * @param target a bundled name, or the class name of a scenario
 * @param nodes the number of nodes
 * @param network what the network promises
 * @param seed the source of the target's own random draws
 * @param bugs ids of the seeded bugs that are on, in the order given
 * @param targetOptions the target's own options
 * @param timing when timers may fire
 * @param violation the shape of the recorded violation, or empty where none is recorded
 */
public record Header(
        String target,
        int nodes,
        NetworkKind network,
        long seed,
        List<String> bugs,
        SortedMap<String, String> targetOptions,
        Timing timing,
        String violation) {

    public Header {
        bugs = List.copyOf(bugs);
        targetOptions = java.util.Collections.unmodifiableSortedMap(new TreeMap<>(targetOptions));
    }

    /** A header with FIFO network, asynchronous timing, no bugs, no options and no violation. */
    public static Header of(String target, int nodes, long seed) {
        return new Header(
                target, nodes, NetworkKind.FIFO, seed, List.of(), new TreeMap<>(Map.of()), Timing.ASYNCHRONOUS, "");
    }

    /** The same header with another violation's shape; empty removes it. */
    public Header withViolation(String shape) {
        return new Header(target, nodes, network, seed, bugs, targetOptions, timing, shape);
    }

    /** The same header with other bugs. */
    public Header withBugs(List<String> ids) {
        return new Header(target, nodes, network, seed, ids, targetOptions, timing, violation);
    }

    /** The same header with another number of nodes. */
    public Header withNodes(int count) {
        return new Header(target, count, network, seed, bugs, targetOptions, timing, violation);
    }

    /** The same header with other options of the target's own. */
    public Header withTargetOptions(SortedMap<String, String> options) {
        return new Header(target, nodes, network, seed, bugs, options, timing, violation);
    }

    /** The same header with another timing. */
    public Header withTiming(Timing other) {
        return new Header(target, nodes, network, seed, bugs, targetOptions, other, violation);
    }

    /** The same header with another network. */
    public Header withNetwork(NetworkKind kind) {
        return new Header(target, nodes, kind, seed, bugs, targetOptions, timing, violation);
    }
}
