package dev.heddle.examples.commit;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Agreement: no two nodes ever decide the same transaction differently, whether or not they crash later.
 *
 * <p>No false alarm: a decision that is seen is on that node's disk, so no crash undoes it.
 */
final class Agreement implements Invariant {
    @Override
    public String id() {
        return "agreement";
    }

    private record First(String node, Outcome outcome) {}

    @Override
    public Monitor newMonitor() {
        Map<String, First> decided = new HashMap<>();
        return (cluster, acted) -> {
            if (acted < 0 || !(cluster.view(acted) instanceof NodeState state)) {
                return null;
            }
            String name = cluster.name(acted);
            for (Map.Entry<String, Outcome> own : state.decisions().entrySet()) {
                First first = decided.computeIfAbsent(own.getKey(), t -> new First(name, own.getValue()));
                if (first.outcome() != own.getValue()) {
                    return Violation.of(id(), List.of(first.node(), name), first.node() + " decided " + first.outcome()
                            + " of " + own.getKey() + ", and then " + name + " " + own.getValue());
                }
            }
            return null;
        };
    }
}
