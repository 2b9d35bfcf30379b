package dev.heddle.api;

import dev.heddle.harness.schedule.NetworkKind;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the user asks of a scenario.
 *
 * @param nodes the number of nodes
 * @param network the network between them
 * @param bugs the ids of the bugs that are to be on
 * @param options whatever else the scenario understands, by name
 */
public record Setup(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options) {
    /** The number of nodes where the user names none. */
    public static final int DEFAULT_NODES = 4;

    public Setup {
        bugs = List.copyOf(bugs);
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
    }

    /** The defaults: {@link #DEFAULT_NODES} nodes, nothing seeded, no options. */
    public static Setup on(NetworkKind network) {
        return new Setup(DEFAULT_NODES, network, List.of(), new TreeMap<>());
    }

    /** The same with another number of nodes. */
    public Setup withNodes(int count) {
        return new Setup(count, network, bugs, options);
    }
}
