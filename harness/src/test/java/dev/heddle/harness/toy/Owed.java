package dev.heddle.harness.toy;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import java.util.function.Predicate;

/**
 * Something that a fair run owes; what the monitor was asked at the end stands in the violation.
 *
 * @param come whether it has come
 */
public record Owed(Predicate<Cluster> come) implements Invariant {
    /** A leader. */
    public static Owed leader() {
        return new Owed(cluster -> {
            for (int node = 0; node < cluster.size(); node++) {
                if (cluster.view(node) instanceof ToyNode toy && toy.leads()) {
                    return true;
                }
            }
            return false;
        });
    }

    @Override
    public String id() {
        return "owed";
    }

    @Override
    public Monitor newMonitor() {
        return new Monitor() {
            @Override
            public Violation afterStep(Cluster cluster, int acted) {
                return null;
            }

            @Override
            public boolean awaits(Cluster cluster) {
                return !come.test(cluster);
            }

            @Override
            public Violation atEnd(Cluster cluster, boolean fair) {
                return fair && awaits(cluster) ? Violation.of(id(), List.of(), "it never came") : null;
            }
        };
    }
}
