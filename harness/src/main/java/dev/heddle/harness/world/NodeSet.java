package dev.heddle.harness.world;

import java.util.ArrayList;
import java.util.List;

/** The nodes of a world, and how many of them are up. */
final class NodeSet {
    private final List<Node> nodes;
    private int upCount;

    NodeSet(List<String> names) {
        List<Node> named = new ArrayList<>();
        for (String name : names) {
            named.add(new Node(name, named.size()));
        }
        nodes = List.copyOf(named);
    }

    /** Makes them as good as new. */
    void wipe(Endpoints endpoints, long seed) {
        for (Node node : nodes) {
            node.wipe(endpoints.add(node.name(), node), seed);
        }
        upCount = 0;
    }

    List<Node> all() {
        return nodes;
    }

    int upCount() {
        return upCount;
    }

    void up(Node node, long seed) {
        node.up(seed);
        upCount++;
    }

    /** From now on, nothing that it does has any effect outside of it. */
    void down(Node node) {
        node.down();
        upCount--;
    }

    /** The i-th of those that are up, or of those that are not. */
    Node thatIs(boolean up, int i) {
        int left = i;
        for (int n = 0; n < nodes.size(); n++) {
            if (nodes.get(n).up() == up && left-- == 0) {
                return nodes.get(n);
            }
        }
        throw new IndexOutOfBoundsException(i);
    }
}
