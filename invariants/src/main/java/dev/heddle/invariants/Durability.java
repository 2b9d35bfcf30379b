package dev.heddle.invariants;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.function.ToLongFunction;

/**
 * Durability: a command that a client was told is committed survives any crash of a minority, and a
 * crash and a recovery of all (the paper, §5.3 and §8; the thesis, §3.8).
 *
 * <p>What counts as told is the answer's: {@code acknowledged} reads the index from it. The entry is the
 * one that the answering server holds there at that moment. From then on
 * <ol>
 *   <li>a server that leads a term above that server's must hold it, and
 *   <li>when a server loses it in a crash, those members that are seen to lack it must be too few to
 *       outvote the others: a majority may still hold it. A server that is down, or that has it in a
 *       snapshot, is not seen to lack it.
 * </ol>
 * A server that acknowledges an index that its log does not reach breaks it at once. This goes further
 * than Leader Completeness, which trusts commit indexes: the client was told, whatever they say, and a
 * majority that forgot breaks it before it elects anybody. What is lost while everybody is up, as by an
 * actor that its supervisor restarts, is left to the properties of Figure 3, which name the reason.
 *
 * <p>No false alarm. A server answers what it has applied, so the entry was committed in a term not above
 * its own, and the first rule is Leader Completeness (see there for the proof). For the second, a majority
 * had the entry on disk before it was committed; each of them keeps it, as it gives up entries only for
 * those of a leader of a later term, who has it too, or for a snapshot that covers it. The second rule
 * holds for one membership only: it is not applied any more once two servers have shown different ones.
 */
final class Durability extends RaftInvariant {
    static final String ID = "durability";

    /** @param acknowledged the index that an answer says a command is committed at, or 0 where it says no such thing */
    Durability(ToLongFunction<String> acknowledged) {
        super(ID, () -> new Watch(acknowledged));
    }

    /** An entry that a client was told about. */
    private static final class Promise {
        final ClientEvent answer;
        final long index;
        final long entryTerm;
        final Object command;
        final long seenIn;
        /** The nodes that were last seen to hold it, and to lack it. */
        final BitSet holding = new BitSet();
        final BitSet lacking = new BitSet();

        Promise(ClientEvent answer, long index, RaftView view) {
            this.answer = answer;
            this.index = index;
            entryTerm = view.log().termAt(index);
            command = view.log().commandAt(index);
            seenIn = view.term();
        }

        boolean missingFrom(RaftLog log) {
            return index >= log.firstIndex() && (index > log.lastIndex() || log.termAt(index) != entryTerm
                    || !(command == null ? log.commandAt(index) == null : command.equals(log.commandAt(index))));
        }

        String text(Cluster cluster) {
            return Logs.text(entryTerm, command) + " at index " + index + ", which "
                    + cluster.name(answer.node()) + " told " + answer.client() + " is committed";
        }
    }

    private static final class Watch extends RaftMonitor {
        private static final long NONE = -1;
        private static final Object NOTHING = new Object();
        private final ToLongFunction<String> acknowledged;
        private final List<Promise> promises = new ArrayList<>();
        private int seen;
        private RaftLog[] logs;
        /** The nodes that have crashed since they were last seen up. */
        private final BitSet crashed = new BitSet();
        /**
         * Of each node, the incarnation that was last seen: one that has restarted since may have lost what
         * it told.
         */
        private Object[] answering;
        /** The term that each node was last seen to lead, {@link #NONE} where it did not. */
        private long[] led;
        /** The membership that each node last showed, {@link #NOTHING} before it does. */
        private Object[] shown;
        private boolean noticed;
        private Set<String> members;
        private boolean oneMembership = true;

        Watch(ToLongFunction<String> acknowledged) {
            this.acknowledged = acknowledged;
        }

        @Override
        void start(int nodes) {
            logs = new RaftLog[nodes];
            answering = new Object[nodes];
            led = new long[nodes];
            shown = new Object[nodes];
            Arrays.fill(shown, NOTHING);
        }

        @Override
        Violation check(Cluster cluster, int node, RaftView view) {
            notice(node, view.members());
            boolean recovered = crashed.get(node);
            crashed.clear(node);
            Violation violation = hear(cluster);
            answering[node] = view.incarnation();
            if (violation != null || promises.isEmpty()) {
                return violation;
            }
            RaftLog log = view.log();
            long leads = view.leader() ? view.term() : NONE;
            if (log == logs[node] && leads == led[node]) {
                return null;
            }
            logs[node] = log;
            led[node] = leads;
            for (Promise promise : promises) {
                violation = look(cluster, promise, node, view, recovered);
                if (violation != null) {
                    return violation;
                }
            }
            return null;
        }

        /** Takes down what clients were told since. */
        private Violation hear(Cluster cluster) {
            List<ClientEvent> events = cluster.clients();
            Violation violation = null;
            while (seen < events.size() && violation == null) {
                ClientEvent event = events.get(seen++);
                if (event instanceof ClientEvent.Answered && cluster.view(event.node()) instanceof RaftView view) {
                    long index = acknowledged.applyAsLong(event.text());
                    violation = index == 0 ? null : promised(cluster, event, index, view);
                }
            }
            return violation;
        }

        private Violation promised(Cluster cluster, ClientEvent event, long index, RaftView view) {
            RaftLog log = view.log();
            if (index > log.lastIndex()) {
                if (answering[event.node()] != view.incarnation()) {
                    return null;
                }
                String name = cluster.name(event.node());
                return new Violation(ID, List.of(name), "beyond-log", name + " told " + event.client()
                        + " that its command is committed at index " + index + ", its log ends at " + log.lastIndex());
            } else if (index < log.firstIndex() || isKnown(index, log)) {
                return null;
            }
            Promise promise = new Promise(event, index, view);
            promises.add(promise);
            return lookEverywhere(cluster, promise);
        }

        /** Whether the log's entry is one that a client was told about already. */
        private boolean isKnown(long index, RaftLog log) {
            return promises.stream().anyMatch(p -> p.index == index && !p.missingFrom(log));
        }

        private Violation lookEverywhere(Cluster cluster, Promise promise) {
            for (int node = 0; node < cluster.size(); node++) {
                if (cluster.view(node) instanceof RaftView view) {
                    Violation violation = look(cluster, promise, node, view, false);
                    if (violation != null) {
                        return violation;
                    }
                }
            }
            return null;
        }

        private void notice(int node, Set<String> own) {
            if (shown[node] == own) {
                return;
            }
            shown[node] = own;
            if (!noticed) {
                noticed = true;
                members = own;
            }
            oneMembership &= Objects.equals(members, own);
        }

        private Violation look(Cluster cluster, Promise promise, int node, RaftView view, boolean recovered) {
            boolean lacks = promise.missingFrom(view.log());
            boolean lost = lacks && recovered && promise.holding.get(node);
            promise.holding.set(node, !lacks);
            promise.lacking.set(node, lacks && (members == null || members.contains(cluster.name(node))));
            if (!lacks) {
                return null;
            }
            String name = cluster.name(node);
            if (view.leader() && view.term() > promise.seenIn) {
                return new Violation(ID, names(cluster, node, promise.answer.node()), "leader",
                        name + ", leader of term " + view.term() + ", lacks " + promise.text(cluster));
            }
            int voters = members == null ? cluster.size() : members.size();
            int lacking = promise.lacking.cardinality();
            return !lost || !oneMembership || 2 * lacking < voters ? null : new Violation(ID, lackers(cluster, promise),
                    "majority", lacking + " of " + voters + " lack " + promise.text(cluster));
        }

        private static List<String> lackers(Cluster cluster, Promise promise) {
            return promise.lacking.stream().mapToObj(cluster::name).toList();
        }

        @Override
        void down(int node) {
            logs[node] = null;
            crashed.set(node);
            promises.forEach(promise -> promise.lacking.clear(node));
        }
    }
}
