package dev.heddle.minimizer.prove;

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
    /** What one delivery is shared in. */
    private static final int UNITS = 2;
    /** What a step that sends one message to another node leaves to that one, in each way of sharing. */
    private static final int[] LEFT_TO_RECEIVER = {2, 1, 0};
    static final int UNREACHED = Integer.MAX_VALUE;

    private final Model model;
    private final Places places;
    private final Prospects prospects;
    private final int nodes;
    private final LongIntMap verdicts = new LongIntMap();
    private final LongIntMap known = new LongIntMap();
    private final List<View> views = new ArrayList<>();
    private int[][] letters = {};
    private int[][] targets = {};
    private int[][][] shares = {};
    private int[][] prices = {};
    private int[][] distances = {};
    private int[] touched = {};
    private boolean[] free = {};

    Outlook(Model model, Places places, Prospects prospects, int nodes) {
        this.model = model;
        this.places = places;
        this.prospects = prospects;
        this.nodes = nodes;
        refresh();
    }

    /**
     * What a node can bring about with so many deliveries at most.
     *
     * @param memories what a monitor may come to keep of it
     * @param costs for each of these and each way of sharing, the least units
     * @param broken the least units for the node to break the invariant alone
     */
    private record View(int[] memories, int[][] costs, int[] broken) {}

    /** Takes in what the prospects know now. */
    private void refresh() {
        int count = prospects.places();
        letters = new int[count][];
        targets = new int[count][];
        shares = new int[LEFT_TO_RECEIVER.length][count][];
        List<int[]> sending = new ArrayList<>();
        int highest = 0;
        for (int place = 0; place < count; place++) {
            List<Integer> inputs = prospects.inputsAt(place);
            letters[place] = new int[inputs.size()];
            targets[place] = new int[inputs.size()];
            for (int way = 0; way < shares.length; way++) {
                shares[way][place] = new int[inputs.size()];
            }
            for (int i = 0; i < inputs.size(); i++) {
                int step = places.step(place, inputs.get(i));
                int letter = model.input(inputs.get(i)).letter();
                letters[place][i] = letter >= 0 && model.mail.crosses(letter) ? letter : -1;
                targets[place][i] = places.target(step);
                int[] sent = places.letters(step);
                boolean one = sent.length == 1;
                for (int way = 0; way < shares.length; way++) {
                    shares[way][place][i] = UNITS - (one ? LEFT_TO_RECEIVER[way] : 0);
                }
                for (int s : sent) {
                    sending.add(new int[] {s, one ? 1 : 0});
                    highest = Math.max(highest, s);
                }
            }
        }
        prices = new int[shares.length][highest + 1];
        for (int way = 0; way < shares.length; way++) {
            Arrays.fill(prices[way], UNITS);
            for (int[] s : sending) {
                prices[way][s[0]] = Math.min(prices[way][s[0]], s[1] * LEFT_TO_RECEIVER[way]);
            }
        }
        free = new boolean[highest + 1];
        touched = new int[count];
        distances = new int[shares.length][count];
        for (int[] distance : distances) {
            Arrays.fill(distance, UNREACHED);
        }
    }

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
            if (costs[way] == UNREACHED || other == UNREACHED || costs[way] + other > UNITS * deliveries) {
                return false;
            }
        }
        return true;
    }

    private boolean broken(int one, int other) {
        int verdict = verdicts.get(one, other);
        if (verdict == LongIntMap.ABSENT) {
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
        if (place < 0 || place >= targets.length) {
            throw new MistakenException();
        }
        int inbox = state[nodes + node];
        int number = known.get(place, inbox);
        if (number == LongIntMap.ABSENT) {
            number = views.size();
            known.put(place, inbox, number);
            // A step that is no delivery may come to the same with one delivery more to go.
            views.add(look(place, inbox, deliveries + 1));
        }
        return views.get(number);
    }

    private View look(int place, int inbox, int deliveries) {
        int[] waiting = model.mail.letters(inbox);
        for (int letter : waiting) {
            if (letter < free.length) {
                free[letter] = true;
            }
        }
        List<int[]> all = new ArrayList<>();
        for (int way = 0; way < shares.length; way++) {
            all.add(Arrays.copyOf(touched, walk(way, place, UNITS * deliveries)));
        }
        for (int letter : waiting) {
            if (letter < free.length) {
                free[letter] = false;
            }
        }
        View view = collected(all.get(all.size() - 1));
        for (int way = 0; way < all.size(); way++) {
            for (int reached : all.get(way)) {
                distances[way][reached] = UNREACHED;
            }
        }
        return view;
    }

    /** @param reached in one way of sharing; what is not in it is too far, whatever it is in another */
    private View collected(int[] reached) {
        int ways = shares.length;
        int[] broken = new int[ways];
        Arrays.fill(broken, UNREACHED);
        Interner<Integer> memories = new Interner<>();
        List<int[]> costs = new ArrayList<>();
        for (int p : reached) {
            int number = memories.number(places.remembered(p));
            if (number == costs.size()) {
                int[] none = new int[ways];
                Arrays.fill(none, UNREACHED);
                costs.add(none);
            }
            for (int way = 0; way < ways; way++) {
                costs.get(number)[way] = Math.min(costs.get(number)[way], distances[way][p]);
                if (places.broken(p)) {
                    broken[way] = Math.min(broken[way], distances[way][p]);
                }
            }
        }
        int[] numbers = new int[memories.size()];
        for (int i = 0; i < numbers.length; i++) {
            numbers[i] = memories.value(i);
        }
        return new View(numbers, costs.toArray(int[][]::new), broken);
    }

    /** The least units from a place to each that can be reached with so many; how many these are. */
    private int walk(int way, int from, int most) {
        int[] distance = distances[way];
        int[] price = prices[way];
        List<List<Integer>> due = new ArrayList<>();
        for (int i = 0; i <= most; i++) {
            due.add(new ArrayList<>());
        }
        distance[from] = 0;
        touched[0] = from;
        int count = 1;
        due.get(0).add(from);
        for (int units = 0; units <= most; units++) {
            List<Integer> now = due.get(units);
            for (int n = 0; n < now.size(); n++) {
                int place = now.get(n);
                if (distance[place] < units) {
                    continue;
                }
                int[] edges = targets[place];
                int[] own = shares[way][place];
                int[] needs = letters[place];
                for (int i = 0; i < edges.length; i++) {
                    int letter = needs[i];
                    int cost = units + own[i] + (letter < 0 || free[letter] ? 0 : price[letter]);
                    if (cost <= most && cost < distance[edges[i]]) {
                        if (distance[edges[i]] == UNREACHED) {
                            touched[count++] = edges[i];
                        }
                        distance[edges[i]] = cost;
                        due.get(cost).add(edges[i]);
                    }
                }
            }
        }
        return count;
    }
}
