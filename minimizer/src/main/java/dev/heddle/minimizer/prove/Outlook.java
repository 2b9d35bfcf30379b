package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * A bound from below for the deliveries that it takes from a state of the system to a violation: the sum of what
 * each node needs for itself, of all that it could do according to {@link Prospects}.
 *
 * <p>Each step costs one delivery, which is shared between the node that makes it and the nodes that get what is
 * sent in it. A node pays its share of its own steps, and for each message that it gets and that is not under way
 * yet the least that any step which sends it leaves to its receiver. As the shares of a step are one together, the
 * sum over nodes is admissible, however the steps are shared; several ways are tried, and the best counts.
 */
final class Outlook {
    private final Model model;
    private final Places places;
    private final int nodes;
    private final PairMap verdicts = new PairMap();
    private final PairMap known = new PairMap();
    private final List<View> views = new ArrayList<>();
    private final Distances distances;

    Outlook(Model model, Places places, Prospects prospects, int nodes) {
        this.model = model;
        this.places = places;
        this.nodes = nodes;
        distances = Distances.of(model, places, prospects);
    }

    /**
     * What a node can bring about with so many deliveries at most.
     *
     * @param memories what a monitor may come to keep of it
     * @param costs for each of these and each way of sharing, the least units
     * @param broken the least units for the node to break the invariant alone
     */
    private record View(int[] memories, int[][] costs, int[] broken) {}

    /** False where from a state no violation can come within so many deliveries. */
    boolean possible(int[] state, int deliveries) {
        View[] all = new View[nodes];
        for (int node = 0; node < nodes; node++) {
            all[node] = view(state, node, deliveries);
            if (within(all[node].broken, null, deliveries)) {
                return true;
            }
        }
        for (int one = 0; one < nodes; one++) {
            for (int other = one + 1; other < nodes; other++) {
                if (possible(all[one], all[other], deliveries)) {
                    return true;
                }
            }
        }
        return false;
    }

    private boolean possible(View one, View other, int deliveries) {
        for (int i = 0; i < one.memories.length; i++) {
            if (within(one.costs[i], null, deliveries)) {
                for (int j = 0; j < other.memories.length; j++) {
                    if (within(one.costs[i], other.costs[j], deliveries)
                            && broken(one.memories[i], other.memories[j])) {
                        return true;
                    }
                }
            }
        }
        return false;
    }

    /** A node did something among others that it does not do alone: nothing is known from nodes alone. */
    static final class MistakenException extends RuntimeException {
        private static final long serialVersionUID = 1L;
    }

    /** What a node does among others must be what it does alone. */
    void compare(int[] state, int input, Model.Reaction reaction) {
        int node = model.input(input).node();
        int place = places.of(state, node, nodes);
        if (places.knows(place, input) && !places.agrees(place, input, reaction)) {
            throw new MistakenException();
        }
    }

    /** True where each way of sharing leaves enough for one thing, and for another one besides, or null. */
    static boolean within(int[] costs, int[] more, int deliveries) {
        for (int way = 0; way < costs.length; way++) {
            int other = more == null ? 0 : more[way];
            if (costs[way] == Distances.UNREACHED || other == Distances.UNREACHED
                    || costs[way] + other > Distances.UNITS * deliveries) {
                return false;
            }
        }
        return true;
    }

    private boolean broken(int one, int other) {
        int verdict = verdicts.get(one, other);
        if (verdict == PairMap.ABSENT) {
            verdict = together(one, other) ? 1 : 0;
            verdicts.put(one, other, verdict);
        }
        return verdict == 1;
    }

    private boolean together(int one, int other) {
        try {
            return places.broken(one, other);
        } catch (Unprovable together) {
            throw new MistakenException();
        }
    }

    private View view(int[] state, int node, int deliveries) {
        int place = places.of(state, node, nodes);
        if (place < 0 || place >= distances.places()) {
            throw new MistakenException();
        }
        int inbox = state[nodes + node];
        int number = known.get(place, inbox);
        if (number == PairMap.ABSENT) {
            number = views.size();
            known.put(place, inbox, number);
            // A step that is no delivery may come to the same with one delivery more to go.
            views.add(look(place, inbox, deliveries + 1));
        }
        return views.get(number);
    }

    private View look(int place, int inbox, int deliveries) {
        int[] broken = unreached();
        Interner<Integer> memories = new Interner<>();
        List<int[]> costs = new ArrayList<>();
        distances.from(place, model.mail.letters(inbox), Distances.UNITS * deliveries, (end, units) -> {
            int number = memories.number(places.remembered(end));
            if (number == costs.size()) {
                costs.add(unreached());
            }
            lower(costs.get(number), units);
            if (places.broken(end)) {
                lower(broken, units);
            }
        });
        int[] numbers = new int[memories.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = memories.value(i);
        }
        return new View(numbers, costs.toArray(int[][]::new), broken);
    }

    private static int[] unreached() {
        int[] units = new int[Distances.WAYS];
        Arrays.fill(units, Distances.UNREACHED);
        return units;
    }

    private static void lower(int[] units, int[] other) {
        for (int way = 0; way < units.length; way++) {
            units[way] = Math.min(units[way], other[way]);
        }
    }
}
