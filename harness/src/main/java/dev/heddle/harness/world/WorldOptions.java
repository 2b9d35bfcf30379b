package dev.heddle.harness.world;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import java.util.List;

/** What stays the same over all executions in a world. */
public record WorldOptions(List<String> nodes, NetworkKind network, Timing timing) {
    public WorldOptions {
        nodes = List.copyOf(nodes);
        if (nodes.isEmpty() || nodes.stream().distinct().count() != nodes.size()) {
            throw new IllegalArgumentException("nodes must have different names, and there must be one: " + nodes);
        }
        for (String name : nodes) {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException(
                        "a node's name is made of letters, digits, '.', '_' and '-', so not '" + name + "'");
            }
        }
    }
}
