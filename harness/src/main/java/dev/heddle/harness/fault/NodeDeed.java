package dev.heddle.harness.fault;

import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;

/** What happens to one node, up or down. */
interface NodeDeed extends Deed {
    /** The node's name. */
    String node();

    /** True where it can happen to the node now. */
    boolean possible(Node own);

    /** Makes it happen to the node. */
    void applyTo(World world, Node own);

    @Override
    default List<String> nodes() {
        return List.of(node());
    }

    @Override
    default boolean possible(World world) {
        Node own = world.node(node());
        return own != null && possible(own);
    }

    @Override
    default void applyTo(World world) {
        applyTo(world, world.node(node()));
    }
}
