package dev.heddle.minimizer.pass;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import dev.heddle.minimizer.Size;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Names nodes in the order in which they first do something, and clients likewise; merges clients. */
final class NodeNames implements Pass {
    private static final String AFTER_BOOTS = "c";

    @Override
    public String name() {
        return "names";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Queue(current, NodeNames::candidates);
    }

    private static List<Candidate> candidates(Execution current) {
        List<Candidate> candidates = new ArrayList<>();
        candidates.addAll(renamed(current, canonical(current)));
        for (int i = 0; i < current.nodes().size(); i++) {
            for (int j = i + 1; j < current.nodes().size(); j++) {
                String one = current.nodes().get(i);
                String other = current.nodes().get(j);
                candidates.addAll(renamed(current, Map.of(one, other, other, one)));
            }
        }
        List<String> clients = current.events().stream()
                .map(EventShape::client)
                .filter(c -> c != null)
                .distinct()
                .toList();
        for (String client : clients) {
            candidates.addAll(renamed(current, Map.of(client, "c1")));
        }
        return candidates;
    }

    private static Map<String, String> canonical(Execution current) {
        Set<String> first = new LinkedHashSet<>(Size.acting(current));
        first.addAll(current.nodes());
        Map<String, String> names = new LinkedHashMap<>();
        int i = 0;
        for (String node : first) {
            names.put(node, current.nodes().get(i++));
        }
        return names;
    }

    private static List<Candidate> renamed(Execution current, Map<String, String> names) {
        List<Event> events = current.events().stream().map(e -> EventShape.renamed(e, names)).toList();
        int boots = 0;
        while (boots < events.size() && EventShape.boot(events.get(boots))) {
            boots++;
        }
        List<Candidate> candidates = new ArrayList<>();
        for (List<Event> ordered : List.of(bootsInOrder(events, events.size()), bootsInOrder(events, boots))) {
            candidates.add(Candidate.of(current, ordered, Matching.EQUAL));
            candidates.add(Candidate.of(current, ordered, Matching.FIRST_OF_KIND));
        }
        return candidates;
    }

    /** The boots among the first events go to the front in the order of their names; all else keeps its order. */
    private static List<Event> bootsInOrder(List<Event> events, int first) {
        List<Event> ordered = new ArrayList<>(events);
        ordered.subList(0, first).sort(Comparator.comparing(e -> EventShape.boot(e) ? e.line() : AFTER_BOOTS));
        return ordered;
    }
}
