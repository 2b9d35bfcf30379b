package dev.heddle.invariants;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.strategy.Workload;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.List;
import java.util.function.Predicate;

/**
 * No progress: a system without faults that runs fairly leaves a client waiting.
 *
 * <p>Asked for only while an execution settles. Where there is a probe, one of those sent must be answered
 * as the target promises. Where there is none, and the execution has had no fault from its beginning,
 * every client's command must be: then nothing was lost, and nobody can have forgotten it.
 *
 * <p>No false alarm, for a target that makes this promise: probes are sent when all nodes are up and
 * connected, each with every other, nothing that is sent afterwards is lost, and there is as much time as the target
 * claims to need. What was asked for before is not demanded where a crash, a cut or a drop may have swallowed it. A
 * run that is still busy after its bound of deliveries is not judged.
 */
final class NoProgress implements Invariant {
    static final String ID = "no-progress";

    private final Predicate<String> progress;

    /** @param progress the answers that count */
    NoProgress(Predicate<String> progress) {
        this.progress = progress;
    }

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        return new Watch();
    }

    private final class Watch implements FairEndMonitor {
        private final List<ClientEvent> operations = new ArrayList<>();
        private final BitSet answered = new BitSet();
        private int seen;
        private boolean probed;
        private boolean probeAnswered;

        @Override
        public Violation owed(Cluster cluster) {
            List<ClientEvent> events = cluster.clients();
            while (seen < events.size()) {
                take(events.get(seen++));
            }
            int waiting = answered.nextClearBit(0);
            if (probed) {
                return probeAnswered ? null : Violation.of(ID, List.of(),
                        "no node answers a client as promised in a fair run without faults, asked for "
                                + operations.get(operations.size() - 1).text());
            } else if (!cluster.calm() || waiting >= operations.size()) {
                return null;
            }
            ClientEvent asked = operations.get(waiting);
            String node = cluster.name(asked.node());
            return Violation.of(ID, List.of(node), node + " was asked for " + Text.line(asked.text()) + " by "
                    + asked.client() + ", who was not answered as promised in a fair run without faults");
        }

        private void take(ClientEvent event) {
            boolean probe = event.client().equals(Workload.PROBER);
            if (event instanceof ClientEvent.Invoked) {
                probed |= probe;
                if (event.operation() == operations.size()) {
                    operations.add(event);
                }
            } else if (progress.test(event.text())) {
                answered.set(event.operation());
                probeAnswered |= probe;
            }
        }
    }
}
