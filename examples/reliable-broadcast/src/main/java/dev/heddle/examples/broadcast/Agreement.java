package dev.heddle.examples.broadcast;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.invariants.FairEndMonitor;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Agreement: what was delivered somewhere, all correct nodes deliver in the end. A node is correct if it never
 * crashes. The uniform property also demands what only nodes that crashed have delivered.
 *
 * <p>No false alarm: it is asked at the end of a fair run, when every message between nodes that are up has arrived,
 * and the networks it is tested on lose none but to nodes that are down.
 */
final class Agreement implements FairEndMonitor {
    private final String id;
    private final boolean uniform;
    /** Where each word was delivered first, of the nodes that count. */
    private final SortedMap<String, String> delivered = new TreeMap<>();

    private Agreement(String id, boolean uniform) {
        this.id = id;
        this.uniform = uniform;
    }

    static Agreement amongCorrect(String id) {
        return new Agreement(id, false);
    }

    static Agreement uniform(String id) {
        return new Agreement(id, true);
    }

    @Override
    public Violation afterStep(Cluster cluster, int acted) {
        if (uniform && acted >= 0) {
            take(cluster, acted);
        }
        return null;
    }

    private void take(Cluster cluster, int node) {
        if (cluster.view(node) instanceof BroadcasterView view) {
            view.delivered().forEach(word -> delivered.putIfAbsent(word, cluster.name(node)));
        }
    }

    @Override
    public Violation owed(Cluster cluster) {
        for (int node = 0; node < cluster.size(); node++) {
            if (!uniform && correct(cluster, node)) {
                take(cluster, node);
            }
        }
        for (int node = 0; node < cluster.size(); node++) {
            Violation missing = correct(cluster, node) ? missing(cluster, node) : null;
            if (missing != null) {
                return missing;
            }
        }
        return null;
    }

    private static boolean correct(Cluster cluster, int node) {
        return cluster.view(node) instanceof BroadcasterView view && view.starts() == 1;
    }

    private Violation missing(Cluster cluster, int node) {
        SortedMap<String, String> lacks = new TreeMap<>(delivered);
        lacks.keySet().removeAll(((BroadcasterView) cluster.view(node)).delivered());
        if (lacks.isEmpty()) {
            return null;
        }
        String word = lacks.firstKey();
        String name = cluster.name(node);
        return Violation.of(id, List.of(lacks.get(word), name),
                lacks.get(word) + " delivered " + word + ", and " + name + ", which never crashed, never will");
    }
}
