package dev.heddle.minimizer.pass;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.world.Deliver;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Gives parts to others from some place on, or for a while: one plays two, or two or three change theirs. Two elections
 * by two nodes may become two of the same. What was sent before may go on as it was. Whoever gets a part and did
 * nothing before may boot right there, so that nothing sent earlier is in the way; also a node more than there are:
 * the smallest cluster need not have the shortest execution.
 *
 * <p>As a mutation it draws which; as a pass it tries all that last to the end.
 */
final class Recast implements Mutation, Pass {
    private static final double TWO_FOR_ONE = 0.4;
    private static final double FOR_A_WHILE = 0.3;
    private static final double LATE = 0.5;
    private static final double IN_FLIGHT_STAYS = 0.5;
    private static final double LAST = 0.3;
    private static final List<Boolean> BOTH_WAYS = List.of(false, true);

    private final List<String> largest;

    /** @param largest the nodes of the largest cluster that there may be */
    Recast(List<String> largest) {
        this.largest = List.copyOf(largest);
    }

    /**
     * @param parts who gets whose part, by whose part it is
     * @param from the place of the first event that is another's
     * @param to the place after the last one
     * @param late whether who did nothing before boots right there
     * @param inFlightStays whether what was sent before goes on as it was sent
     */
    private record Cast(Map<String, String> parts, int from, int to, boolean late, boolean inFlightStays) {
        Event given(Execution current, int place) {
            Event event = current.events().get(place);
            boolean inFlight =
                    EventShape.handover(event) instanceof Deliver && current.steps().get(place).cause() < from;
            return EventShape.boot(event) || inFlightStays && inFlight ? event : EventShape.renamed(event, parts);
        }
    }

    @Override
    public Candidate mutate(Execution current, Rng rng) {
        List<Map<String, String>> parts = rng.chance(TWO_FOR_ONE) ? twoForOne(current) : exchanged(current);
        Matching matching = rng.chance(LAST) ? Matching.LAST_OF_KIND : Matching.FIRST_OF_KIND;
        int size = current.events().size();
        if (parts.isEmpty() || size == 0) {
            return Candidate.of(current, current.events(), matching);
        }
        int from = rng.nextInt(size);
        int to = rng.chance(FOR_A_WHILE) ? from + rng.nextInt(size - from) + 1 : size;
        Map<String, String> drawn = parts.get(rng.nextInt(parts.size()));
        return recast(current, new Cast(drawn, from, to, rng.chance(LATE), rng.chance(IN_FLIGHT_STAYS)), matching);
    }

    @Override
    public String name() {
        return "parts given to others";
    }

    @Override
    public Proposals propose(Execution current, Rng order) {
        return new Sweep(current, order, e -> e.events().size(), this::candidates);
    }

    private List<Candidate> candidates(Execution current, int place) {
        List<Map<String, String>> all = new ArrayList<>(twoForOne(current));
        all.addAll(exchanged(current));
        Set<Candidate> candidates = new LinkedHashSet<>();
        for (Map<String, String> parts : all) {
            for (boolean late : BOTH_WAYS) {
                for (boolean inFlightStays : BOTH_WAYS) {
                    Cast cast = new Cast(parts, place, current.events().size(), late, inFlightStays);
                    candidates.add(recast(current, cast, Matching.FIRST_OF_KIND));
                }
            }
        }
        return List.copyOf(candidates);
    }

    private List<Map<String, String>> twoForOne(Execution current) {
        List<Map<String, String>> all = new ArrayList<>();
        for (String one : current.nodes()) {
            players(current).stream().filter(by -> !by.equals(one)).forEach(by -> all.add(Map.of(one, by)));
        }
        return all;
    }

    private static List<Map<String, String>> exchanged(Execution current) {
        List<String> nodes = current.nodes();
        List<Map<String, String>> all = new ArrayList<>();
        for (int i = 0; i < nodes.size(); i++) {
            String one = nodes.get(i);
            for (String other : nodes.subList(i + 1, nodes.size())) {
                all.add(Map.of(one, other, other, one));
                nodes.subList(i + 1, nodes.size()).stream()
                        .filter(third -> !third.equals(other))
                        .forEach(third -> all.add(Map.of(one, other, other, third, third, one)));
            }
        }
        return all;
    }

    /** The nodes there are, and one more where there may be: of other names nothing is known. */
    private List<String> players(Execution current) {
        int count = current.nodes().size();
        return count < largest.size() && largest.subList(0, count).equals(current.nodes())
                ? largest.subList(0, count + 1) : current.nodes();
    }

    private Candidate recast(Execution current, Cast cast, Matching matching) {
        List<Event> events = new ArrayList<>(current.events());
        for (int i = cast.from(); i < cast.to(); i++) {
            events.set(i, cast.given(current, i));
        }
        int nodes = current.nodes().size();
        List<String> given = players(current).stream().filter(cast.parts()::containsValue).toList();
        for (String node : given) {
            if (!current.nodes().contains(node)) {
                // It has the part alone, so no other place depends on this one.
                events.add(cast.late() ? cast.from() : 0, new Boot(node));
                nodes++;
            } else if (cast.late() && idle(current, node, cast.from())) {
                events.remove(new Boot(node));
                events.add(cast.from() - 1, new Boot(node));
            }
        }
        return new Candidate(new Schedule(current.schedule().header().withNodes(nodes), events), matching);
    }

    /** Whether a node boots before a place and does nothing more until there. */
    private static boolean idle(Execution current, String node, int place) {
        List<Event> before = current.events().subList(0, place);
        return before.contains(new Boot(node))
                && current.steps().subList(0, place).stream().filter(s -> node.equals(s.node())).count() == 1;
    }
}
