package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.PairMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.BitSet;
import java.util.List;
import java.util.function.BooleanSupplier;

/**
 * Everything that nodes could come to and send within so many deliveries, if each message that can ever be sent
 * were there whenever it is wanted, as often as it is wanted: more than what really can happen.
 *
 * <p>Of each place and each message is known how many steps of each node lie before it at least: as several
 * vectors, one for each way that is not worse than another (each execution in which it occurs has in its causal
 * past what one of them says). The sum of a vector is a number of deliveries, and everything is tried in the
 * order of that.
 */
final class Prospects {
    /** What takes so many deliveries more is learnt along the way, where a node has just come to the place. */
    private static final int AHEAD = 2;
    private static final int TICK = 1 << 10;
    private static final long BYTES_OF_A_STEP = 120;
    private static final Longs NOTHING = new Longs();

    private final Model model;
    private final Places places;
    private final int nodes;
    /** What is to be tried with so many deliveries: place, input, vector. */
    private final List<Longs> agenda = new ArrayList<>();
    private final PairMap tried = new PairMap();
    private final List<Longs> triedVectors = new ArrayList<>();
    private final List<Longs> placeVectors = new ArrayList<>();
    private final List<Longs> letterVectors = new ArrayList<>();
    private final List<List<Integer>> lettersTo = new ArrayList<>();
    private final List<List<Integer>> placesOf = new ArrayList<>();
    /** For each place, the inputs that were tried there. */
    private final List<List<Integer>> inputsAt = new ArrayList<>();
    private final int most;
    private final BooleanSupplier goesOn;
    private final boolean takesTwo;
    /** For each node, what lies before it has something that a monitor keeps. */
    private final List<Longs> remarkable = new ArrayList<>();
    /** For each place, the inputs that are planned, each with its vector. */
    private final List<Longs> wishes = new ArrayList<>();
    private final BitSet listed = new BitSet();
    /** For each message that was met since the last look: the place and input in which it was sent. */
    private final List<int[]> fresh = new ArrayList<>();
    private int horizon;
    private boolean goes = true;

    Prospects(Model model, Places places, int nodes, int most, boolean takesTwo, BooleanSupplier goesOn) {
        this.model = model;
        this.places = places;
        this.nodes = nodes;
        this.most = most;
        this.goesOn = goesOn;
        this.takesTwo = takesTwo;
        for (int i = 0; i <= most; i++) {
            agenda.add(new Longs());
        }
        for (int node = 0; node < nodes; node++) {
            lettersTo.add(new ArrayList<>());
            remarkable.add(new Longs());
            placesOf.add(new ArrayList<>());
        }
        for (int node = 0; node < nodes; node++) {
            arrive(node, 0);
        }
    }

    /**
     * Tries all up to so many deliveries; false where it was told to end or nodes cannot be learnt alone.
     *
     * <p>What has all of them before it is the last of an execution. Where a violation takes two nodes, it is
     * tried only if something lies before it that a monitor keeps of another node.
     */
    boolean reach(int deliveries) {
        try {
            for (int sum = Math.max(1, horizon); sum <= deliveries && goes; sum++) {
                horizon = sum;
                attempt(due(sum, takesTwo && sum == deliveries));
            }
            goes &= genuine();
        } catch (Unprovable alone) {
            // What cannot be learnt of a node alone says nothing of what it does among others.
            return false;
        }
        return goes && places.whole();
    }

    /** Takes what is due from the agenda; of what would be the last of an execution, only what may end it. */
    private Longs due(int sum, boolean last) {
        Longs all = agenda.get(sum);
        Longs due = new Longs();
        Longs later = new Longs();
        for (int i = 0; i < all.size(); i += 2) {
            Longs list = last && !ends(place(all.get(i)), all.get(i + 1)) ? later : due;
            list.add(all.get(i));
            list.add(all.get(i + 1));
        }
        agenda.set(sum, later);
        return due;
    }

    private void attempt(Longs due) {
        for (int i = 0; i < due.size() && goes && places.whole(); i += 2) {
            goes = i % TICK != 0 || goesOn.getAsBoolean();
            attempt(place(due.get(i)), input(due.get(i)), due.get(i + 1));
        }
    }

    private static int place(long placeAndInput) {
        return (int) (placeAndInput >>> 32);
    }

    private static int input(long placeAndInput) {
        return (int) placeAndInput;
    }

    /** True where something lies before a step that a monitor keeps of another node. */
    private boolean ends(int place, long vector) {
        for (int other = 0; other < nodes; other++) {
            if (other != places.node(place) && dominated(remarkable.get(other), vector)) {
                return true;
            }
        }
        return false;
    }

    private void attempt(int place, int input, long vector) {
        if (places.broken(place)) {
            return;
        }
        if (!places.knows(place, input)) {
            walk(place, input, vector);
        }
        int key = tried.get(place, input);
        if (!listed.get(key) && !places.ignores(place, input)) {
            listed.set(key);
            inputsAt.get(place).add(input);
        }
        take(place, input, vector);
    }

    /** Learns a step, and then others that are planned for soon where the node has just come to. */
    private void walk(int from, int firstInput, long firstVector) {
        int[] at = {from, firstInput};
        long[] vector = {firstVector};
        places.learn(from, firstInput, place -> {
            take(at[0], at[1], vector[0]);
            at[0] = place;
            at[1] = -1;
            Longs planned = places.broken(place) ? NOTHING : wishes.get(place);
            int i = 0;
            while (i < planned.size() && at[1] < 0) {
                int input = (int) planned.get(i);
                boolean known = places.knows(place, input);
                if (!known && Vectors.sum(planned.get(i + 1)) <= horizon + AHEAD) {
                    at[1] = input;
                    vector[0] = planned.get(i + 1);
                }
                i = known ? planned.withoutPairAt(i) : i + 2;
            }
            return at[1];
        });
    }

    /** What comes of a step with all that lies before it, itself included. */
    private void take(int place, int input, long vector) {
        int step = places.step(place, input);
        arrive(places.target(step), vector);
        for (int letter : places.letters(step)) {
            if (sent(letter, vector)) {
                fresh.add(new int[] {place, input, letter});
            }
        }
    }

    /** Whether messages that are new here are handed over as if they had been sent. */
    private boolean genuine() {
        boolean genuine = true;
        for (int i = 0; i < fresh.size() && genuine; i++) {
            int[] sending = fresh.get(i);
            genuine = places.genuine(sending[0], sending[1], sending[2]);
        }
        fresh.clear();
        return genuine;
    }

    private void arrive(int place, long vector) {
        while (placeVectors.size() <= place) {
            placeVectors.add(new Longs());
            inputsAt.add(new ArrayList<>());
            wishes.add(new Longs());
        }
        Longs known = placeVectors.get(place);
        if (dominated(known, vector)) {
            return;
        }
        int node = places.node(place);
        if (known.size() == 0) {
            placesOf.get(node).add(place);
        }
        known.add(vector);
        if (places.remarkable(place) && !dominated(remarkable.get(node), vector)) {
            remarkable.get(node).add(vector);
        }
        for (int input : places.own(place)) {
            plan(place, input, vector + Vectors.one(node));
        }
        for (int letter : lettersTo.get(node)) {
            Longs others = letterVectors.get(letter);
            int input = model.delivery(letter, node);
            for (int i = 0; i < others.size() && !places.ignores(place, input); i++) {
                plan(place, input, Vectors.max(vector, others.get(i)) + Vectors.one(node));
            }
        }
    }

    /** True for a message that is new. */
    private boolean sent(int letter, long vector) {
        while (letterVectors.size() <= letter) {
            letterVectors.add(new Longs());
        }
        Longs known = letterVectors.get(letter);
        if (dominated(known, vector)) {
            return false;
        }
        int node = model.mail.line(letter).receiver();
        boolean isNew = known.size() == 0;
        if (isNew) {
            lettersTo.get(node).add(letter);
        }
        known.add(vector);
        int input = model.delivery(letter, node);
        for (int place : placesOf.get(node)) {
            if (place != node) {
                Longs others = placeVectors.get(place);
                for (int i = 0; i < others.size() && !places.ignores(place, input); i++) {
                    plan(place, input, Vectors.max(vector, others.get(i)) + Vectors.one(node));
                }
            }
        }
        return isNew;
    }

    private void plan(int place, int input, long vector) {
        int sum = Vectors.sum(vector);
        if (sum > most || model.input(input).letter() >= 0 && place == places.node(place)) {
            return;
        }
        int key = tried.get(place, input);
        if (key == PairMap.ABSENT) {
            key = triedVectors.size();
            triedVectors.add(new Longs());
            tried.put(place, input, key);
        }
        Longs known = triedVectors.get(key);
        if (!dominated(known, vector)) {
            known.add(vector);
            agenda.get(sum).add((long) place << 32 | input);
            agenda.get(sum).add(vector);
            if (!places.knows(place, input)) {
                wishes.get(place).add(input);
                wishes.get(place).add(vector);
            }
        }
    }

    int places() {
        return placeVectors.size();
    }

    /** The inputs that can come to a place. */
    List<Integer> inputsAt(int place) {
        return inputsAt.get(place);
    }

    /** Up to so many deliveries can be tried. */
    int most() {
        return most;
    }

    /** The memory that it takes. */
    long bytes() {
        return BYTES_OF_A_STEP * (triedVectors.size() + (long) places.learnt());
    }

    private static boolean dominated(Longs known, long vector) {
        for (int i = 0; i < known.size; i++) {
            if (Vectors.atMost(known.all[i], vector)) {
                return true;
            }
        }
        return false;
    }

    /** Numbers, one after the other. */
    private static final class Longs {
        private static final long[] NONE = {};
        private long[] all = NONE;
        private int size;

        void add(long value) {
            if (size == all.length) {
                all = Arrays.copyOf(all, Math.max(2, size * 2));
            }
            all[size++] = value;
        }

        /** The last two take the place of two of them, which are left out; that place. */
        int withoutPairAt(int i) {
            size -= 2;
            all[i] = all[size];
            all[i + 1] = all[size + 1];
            return i;
        }

        long get(int i) {
            return all[i];
        }

        int size() {
            return size;
        }
    }
}
