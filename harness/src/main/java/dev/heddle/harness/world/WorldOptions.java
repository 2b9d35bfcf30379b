package dev.heddle.harness.world;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import java.time.Duration;
import java.util.List;

/**
 * What stays the same over all executions in a world.
 *
 * @param maxClockSkew how far a strategy may set a node's clocks ahead or back
 */
public record WorldOptions(List<String> nodes, NetworkKind network, Timing timing, Duration maxClockSkew) {
    public WorldOptions {
        nodes = List.copyOf(nodes);
        checkNames(nodes);
        if (maxClockSkew.isNegative() || maxClockSkew.compareTo(Duration.ofDays(1)) > 0) {
            throw new IllegalArgumentException(
                    "the greatest clock skew must be between nothing and a day, was " + maxClockSkew);
        }
    }

    /**
     * Checks that nodes can be told apart, from each other and from clients, and written in a schedule.
     *
     * @throws IllegalArgumentException with a message for people
     */
    public static void checkNames(List<String> nodes) {
        if (nodes.isEmpty() || nodes.stream().distinct().count() != nodes.size()) {
            throw new IllegalArgumentException("nodes must have different names, and there must be one: " + nodes);
        }
        for (String name : nodes) {
            if (!name.matches("[A-Za-z0-9._-]+")) {
                throw new IllegalArgumentException(
                        "a node's name is made of letters, digits, '.', '_' and '-', so not '" + name + "'");
            }
            if (name.matches("c[0-9]+")) {
                throw new IllegalArgumentException(
                        "a node must not be called '" + name + "': clients are called c1, c2, …; rename the node");
            }
        }
    }
}
