package dev.heddle.minimizer.prove;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntFunction;

/**
 * How far the places of nodes are from each other, by the steps that nodes could make alone according to
 * {@link Prospects}.
 *
 * <p>A delivery is two units. Each step is paid for by the node that makes it and by the nodes that get what is sent
 * in it, in several ways of sharing; the distance in one way is what a node itself pays on its cheapest way.
 */
final class Distances {
    /** What one delivery is shared in. */
    static final int UNITS = 2;
    static final int UNREACHED = Integer.MAX_VALUE;
    /** What a step that sends one message to another node leaves to that one, in each way of sharing. */
    private static final int[] LEFT_TO_RECEIVER = {2, 1, 0};
    static final int WAYS = LEFT_TO_RECEIVER.length;

    private final Exits[] exits;
    /** For each way of sharing and each message, the least that is left to its receiver. */
    private final int[][] prices;
    private final int[][] distances;
    private final int[] touched;
    private final boolean[] free;

    /**
     * The steps that a node can make at a place, by their number.
     *
     * @param letters the message from another node that it takes, or -1
     * @param targets the place after it
     * @param leaves whether its receiver may pay for it
     */
    private record Exits(int[] letters, int[] targets, boolean[] leaves) {
        static Exits of(int count) {
            return new Exits(new int[count], new int[count], new boolean[count]);
        }
    }

    /**
     * A step that a node can make.
     *
     * @param letter the message from another node that it takes, or -1
     * @param target the place after it
     * @param sent the messages to other nodes that are sent in it
     */
    record Exit(int letter, int target, int[] sent) {}

    /** @param steps those of each place */
    Distances(int places, int letters, IntFunction<List<Exit>> steps) {
        exits = new Exits[places];
        prices = new int[WAYS][letters];
        for (int[] price : prices) {
            Arrays.fill(price, UNITS);
        }
        for (int place = 0; place < places; place++) {
            List<Exit> out = steps.apply(place);
            exits[place] = Exits.of(out.size());
            for (int i = 0; i < out.size(); i++) {
                exits[place].letters[i] = out.get(i).letter();
                exits[place].targets[i] = out.get(i).target();
                exits[place].leaves[i] = out.get(i).sent().length == 1;
                lowerPrices(out.get(i).sent());
            }
        }
        free = new boolean[letters];
        touched = new int[places];
        distances = new int[WAYS][places];
        for (int[] distance : distances) {
            Arrays.fill(distance, UNREACHED);
        }
    }

    /** Takes in what the prospects know now. */
    static Distances of(Model model, Places places, Prospects prospects) {
        return new Distances(prospects.places(), model.mail.letters(), place -> {
            List<Exit> out = new ArrayList<>();
            for (int input : prospects.inputsAt(place)) {
                int step = places.step(place, input);
                int letter = model.input(input).letter();
                out.add(new Exit(letter >= 0 && model.mail.crosses(letter) ? letter : -1, places.target(step),
                        places.letters(step)));
            }
            return out;
        });
    }

    /** What a step sends costs its receivers no more than that step leaves to them. */
    private void lowerPrices(int[] sent) {
        for (int letter : sent) {
            for (int way = 0; way < WAYS; way++) {
                int left = sent.length == 1 ? LEFT_TO_RECEIVER[way] : 0;
                prices[way][letter] = Math.min(prices[way][letter], left);
            }
        }
    }

    int places() {
        return exits.length;
    }

    /** Hears of places. */
    @FunctionalInterface
    interface Listener {
        /** @param units in each way of sharing, or {@link #UNREACHED}; valid during the call only */
        void reached(int place, int[] units);
    }

    /**
     * Tells of all places that can be reached from one with so many units; what cannot in one way of sharing is
     * too far, whatever it is in another.
     *
     * @param waiting messages that nobody has to pay for
     */
    void from(int place, int[] waiting, int most, Listener listener) {
        mark(waiting, true);
        List<int[]> reached = new ArrayList<>();
        for (int way = 0; way < WAYS; way++) {
            reached.add(Arrays.copyOf(touched, walk(way, place, most)));
        }
        mark(waiting, false);
        int[] units = new int[WAYS];
        for (int end : reached.get(WAYS - 1)) {
            for (int way = 0; way < WAYS; way++) {
                units[way] = distances[way][end];
            }
            listener.reached(end, units);
        }
        for (int way = 0; way < WAYS; way++) {
            for (int end : reached.get(way)) {
                distances[way][end] = UNREACHED;
            }
        }
    }

    private void mark(int[] letters, boolean now) {
        for (int letter : letters) {
            if (letter < free.length) {
                free[letter] = now;
            }
        }
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
                Exits out = exits[place];
                for (int i = 0; i < out.targets.length; i++) {
                    int letter = out.letters[i];
                    int target = out.targets[i];
                    int cost = units + UNITS - (out.leaves[i] ? LEFT_TO_RECEIVER[way] : 0)
                            + (letter < 0 || free[letter] ? 0 : price[letter]);
                    if (cost <= most && cost < distance[target]) {
                        if (distance[target] == UNREACHED) {
                            touched[count++] = target;
                        }
                        distance[target] = cost;
                        due.get(cost).add(target);
                    }
                }
            }
        }
        return count;
    }
}
