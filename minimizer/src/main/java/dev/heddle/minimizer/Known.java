package dev.heddle.minimizer;

import dev.heddle.harness.coverage.LongSet;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.schedule.Event;
import java.util.List;
import java.util.stream.Stream;

/**
 * Executions that were met before. Two that differ in nothing but the order of deliveries at different nodes are the
 * same here (Mazurkiewicz 1977): each node got the same, in the same order between the same externals. Where clocks
 * are read that may not be the whole truth; so this may spare work, but decides nothing else.
 */
final class Known {
    /** What comes when so many are known counts as known. */
    private static final int MOST = 1 << 20;

    private final LongSet hashes = new LongSet(MOST);

    /** Notes an execution; false where it was known. */
    boolean add(Execution execution) {
        return hashes.add(hash(execution));
    }

    /** One of each that are the same, the first. */
    static List<Execution> distinct(Stream<Execution> executions) {
        return executions.filter(new Known()::add).toList();
    }

    private static long hash(Execution execution) {
        long hash = execution.nodes().size();
        for (String node : execution.nodes()) {
            long ofNode = 0;
            for (int i = 0; i < execution.events().size(); i++) {
                Event event = execution.events().get(i);
                if (concerns(event, execution.steps().get(i), node)) {
                    ofNode = Mix64.mix(ofNode, event.line().hashCode());
                }
            }
            hash = Mix64.mix(hash, ofNode);
        }
        return hash;
    }

    /** Boots, commands and faults concern everybody: what is sent to a node before its boot is lost. */
    private static boolean concerns(Event event, Step step, String node) {
        return EventShape.external(event) || step.node() == null || step.node().equals(node);
    }
}
