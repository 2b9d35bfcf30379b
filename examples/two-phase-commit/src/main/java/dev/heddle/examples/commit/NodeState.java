package dev.heddle.examples.commit;

import dev.heddle.harness.invariant.NodeView;
import java.util.SortedMap;
import java.util.function.BiConsumer;

/**
 * What is to be seen of a node.
 *
 * @param decisions the outcomes that it knows, by transaction
 * @param inDoubt the transaction of which it does not know the end, though it voted yes; or null
 */
record NodeState(SortedMap<String, Outcome> decisions, String inDoubt) implements NodeView {
    @Override
    public void fields(BiConsumer<String, Object> field) {
        field.accept("decisions", decisions);
        field.accept("inDoubt", inDoubt == null ? "nothing" : inDoubt);
    }
}
