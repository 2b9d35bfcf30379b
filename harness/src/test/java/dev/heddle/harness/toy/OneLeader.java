package dev.heddle.harness.toy;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/** Whoever led once is the only one that ever leads. */
public final class OneLeader implements Invariant {
    @Override
    public String id() {
        return "one-leader";
    }

    @Override
    public Monitor newMonitor() {
        return new Monitor() {
            private String first;

            @Override
            public Violation afterStep(Cluster cluster, int acted) {
                if (acted < 0 || !(cluster.view(acted) instanceof ToyNode node) || !node.leads()) {
                    return null;
                }
                String name = cluster.name(acted);
                if (first == null) {
                    first = name;
                }
                return first.equals(name)
                        ? null
                        : Violation.of(id(), List.of(first, name), first + " and " + name + " lead");
            }
        };
    }
}
