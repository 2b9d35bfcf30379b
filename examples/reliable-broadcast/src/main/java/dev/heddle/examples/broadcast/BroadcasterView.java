package dev.heddle.examples.broadcast;

import dev.heddle.harness.invariant.NodeView;
import java.util.SortedSet;
import java.util.function.BiConsumer;

/**
 * What is to be seen of a node.
 *
 * @param starts how often it was started; a correct node is started once
 */
record BroadcasterView(int starts, SortedSet<String> delivered) implements NodeView {
    @Override
    public void fields(BiConsumer<String, Object> field) {
        field.accept("delivered", delivered);
    }
}
