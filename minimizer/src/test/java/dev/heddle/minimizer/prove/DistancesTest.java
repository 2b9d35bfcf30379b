package dev.heddle.minimizer.prove;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.random.Rng;
import dev.heddle.minimizer.prove.Distances.Exit;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class DistancesTest {
    private static final int FAR = Distances.UNREACHED;
    private static final int[] NONE = {};

    private static Distances of(int letters, List<List<Exit>> exits) {
        return new Distances(exits.size(), letters, exits::get);
    }

    private static Map<Integer, List<Integer>> from(Distances distances, int place, int[] waiting, int most) {
        Map<Integer, List<Integer>> units = new TreeMap<>();
        distances.from(place, waiting, most, (end, costs) ->
                units.put(end, Arrays.stream(costs).boxed().toList()));
        return units;
    }

    private static Exit silent(int letter, int target) {
        return new Exit(letter, target, NONE);
    }

    @Test
    void aStepThatSendsNothingIsPaidForByWhoMakesIt() {
        Distances chain = of(0, List.of(List.of(silent(-1, 1)), List.of(silent(-1, 2)), List.of()));

        assertEquals(Map.of(0, List.of(0, 0, 0), 1, List.of(2, 2, 2), 2, List.of(4, 4, 4)), from(chain, 0, NONE, 4));
        assertEquals(Map.of(0, List.of(0, 0, 0), 1, List.of(2, 2, 2)), from(chain, 0, NONE, 3));
        assertEquals(Map.of(1, List.of(0, 0, 0), 2, List.of(2, 2, 2)), from(chain, 1, NONE, 4), "nothing is left over");
    }

    @Test
    void whoSendsOneMessageMayLeaveTheStepToItsReceiver() {
        // From 0 a node comes to 1 and sends message 0; another one gets it at 2 and comes to 3.
        Distances pair = of(1, List.of(
                List.of(new Exit(-1, 1, new int[] {0})), List.of(), List.of(silent(0, 3)), List.of()));

        assertEquals(List.of(0, 1, 2), from(pair, 0, NONE, 4).get(1));
        assertEquals(List.of(4, 3, 2), from(pair, 2, NONE, 4).get(3));
        assertEquals(List.of(4, 3, 2), from(pair, 2, NONE, 4).get(3), "the same when it is asked once more");
        assertEquals(List.of(2, 2, 2), from(pair, 2, new int[] {0}, 4).get(3), "nobody pays for what is under way");
        assertEquals(List.of(4, 3, 2), from(pair, 2, NONE, 4).get(3), "that holds for one question only");
    }

    @Test
    void ofSeveralThatSendTheSameTheCheapestCounts() {
        // Message 0 is sent alone from 0, and together with message 1 from 1.
        Distances cheap = of(2, List.of(
                List.of(new Exit(-1, 3, new int[] {0})), List.of(new Exit(-1, 3, new int[] {0, 1})),
                List.of(silent(0, 4), silent(1, 5)), List.of(), List.of(), List.of()));

        assertEquals(List.of(2, 2, 2), from(cheap, 1, NONE, 4).get(3));
        assertEquals(List.of(2, 2, 2), from(cheap, 2, NONE, 4).get(4));
        assertEquals(List.of(2, 2, 2), from(cheap, 2, NONE, 4).get(5));
    }

    @Test
    void whatNobodySendsCostsADelivery() {
        Distances orphan = of(1, List.of(List.of(silent(0, 1)), List.of()));
        assertEquals(List.of(4, 4, 4), from(orphan, 0, NONE, 4).get(1));
    }

    /** What a way of sharing says, by its definition: the least over all walks of at most so many steps. */
    private static int[] literally(
            int way, int letters, List<List<Exit>> exits, int from, boolean[] waiting, int most) {
        int[] price = new int[letters];
        Arrays.fill(price, 2);
        for (List<Exit> out : exits) {
            for (Exit exit : out) {
                for (int letter : exit.sent()) {
                    price[letter] = Math.min(price[letter], exit.sent().length == 1 ? 2 - way : 0);
                }
            }
        }
        int[] least = new int[exits.size()];
        Arrays.fill(least, FAR);
        least[from] = 0;
        for (int step = 0; step < exits.size(); step++) {
            for (int place = 0; place < least.length; place++) {
                for (Exit exit : least[place] == FAR ? List.<Exit>of() : exits.get(place)) {
                    int own = exit.sent().length == 1 ? way : 2;
                    int got = exit.letter() < 0 || waiting[exit.letter()] ? 0 : price[exit.letter()];
                    least[exit.target()] = Math.min(least[exit.target()], least[place] + own + got);
                }
            }
        }
        return Arrays.stream(least).map(units -> units > most ? FAR : units).toArray();
    }

    private static List<List<Exit>> random(Rng rng, int places, int letters) {
        List<List<Exit>> exits = new ArrayList<>();
        for (int place = 0; place < places; place++) {
            List<Exit> out = new ArrayList<>();
            for (int i = rng.nextInt(4); i > 0; i--) {
                int[] sent = rng.chance(0.3) ? NONE : new int[1 + rng.nextInt(2)];
                for (int k = 0; k < sent.length; k++) {
                    sent[k] = (rng.nextInt(letters) + k) % letters;
                }
                out.add(new Exit(rng.nextInt(letters + 1) - 1, rng.nextInt(places), sent));
            }
            exits.add(out);
        }
        return exits;
    }

    @Test
    void theyAreWhatTheDefinitionSays() {
        Rng rng = new Rng(5);
        int letters = 3;
        int compared = 0;
        for (int round = 0; round < 300; round++) {
            List<List<Exit>> exits = random(rng, 7, letters);
            Distances distances = of(letters, exits);
            for (int from = 0; from < exits.size(); from++) {
                int most = rng.nextInt(9);
                int free = rng.nextInt(letters + 1) - 1;
                boolean[] waiting = new boolean[letters];
                if (free >= 0) {
                    waiting[free] = true;
                }
                Map<Integer, List<Integer>> told = from(distances, from, free < 0 ? NONE : new int[] {free}, most);
                for (int end = 0; end < exits.size(); end++) {
                    int[] expected = new int[Distances.WAYS];
                    for (int way = 0; way < Distances.WAYS; way++) {
                        expected[way] = literally(way, letters, exits, from, waiting, most)[end];
                    }
                    int[] actual = told.containsKey(end)
                            ? told.get(end).stream().mapToInt(i -> i).toArray() : null;
                    if (expected[Distances.WAYS - 1] == FAR) {
                        assertEquals(null, actual, "too far in one way of sharing");
                    } else {
                        assertArrayEquals(expected, actual);
                        compared++;
                    }
                }
            }
        }
        assertEquals(true, compared > 3000, compared + " places");
    }
}
