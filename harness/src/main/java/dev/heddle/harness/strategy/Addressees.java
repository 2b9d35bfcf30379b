package dev.heddle.harness.strategy;

import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;

/** The nodes that clients send commands to. */
final class Addressees {
    private final List<Node> all;

    Addressees(World world, Workload workload) {
        all = world.nodes().stream().filter(node -> workload.addresses(node.name())).toList();
    }

    int size() {
        return all.size();
    }

    /** The i-th of them, and then from the first on again. */
    Node inTurn(int i) {
        return all.get(i % all.size());
    }

    /** The number of those that are up. */
    int upCount() {
        int count = 0;
        for (int i = 0; i < all.size(); i++) {
            count += all.get(i).up() ? 1 : 0;
        }
        return count;
    }

    /** The i-th of those that are up. */
    Node up(int i) {
        int left = i;
        for (int k = 0; k < all.size(); k++) {
            if (all.get(k).up() && left-- == 0) {
                return all.get(k);
            }
        }
        throw new IndexOutOfBoundsException("of the nodes that are up there is none with the index " + i);
    }

    boolean contains(Node node) {
        return all.contains(node);
    }
}
