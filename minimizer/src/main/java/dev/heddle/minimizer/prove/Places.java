package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;
import dev.heddle.minimizer.prove.Laboratory.Cue;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.IntStream;

/**
 * What nodes can be in, each for itself: a node runs alone, and gets whatever messages it is to get, whether
 * or not anybody could have sent them.
 *
 * <p>A place is what a node is in, what is under way within it, and which commands it has had. The first
 * numbers are those of the nodes before their boots.
 */
final class Places {
    private record Place(int node, int core, int within, int used) {}

    private final Model model;
    private final Laboratory laboratory;
    private final Interner<Place> places = new Interner<>();
    private final PairMap index = new PairMap();
    private final PairMap steps = new PairMap();
    /** For each step, the place after it and the number of what is sent to other nodes. */
    private int[] stepPlaces = new int[64];
    private int[] stepLetters = new int[64];
    private int stepCount;
    private final Interner<List<Integer>> sendings = new Interner<>();
    private final List<int[]> sent = new ArrayList<>();
    /** For each place, the place before it and the input in between, by which it was reached first. */
    private final List<int[]> origins = new ArrayList<>();
    private final Interner<List<Integer>> rests = new Interner<>();
    private final PairMap representatives = new PairMap();
    private boolean whole = true;

    Places(Model model, Laboratory laboratory, int nodes) {
        this.model = model;
        this.laboratory = laboratory;
        for (int node = 0; node < nodes; node++) {
            index.put(node, rest(Mail.NOTHING, 0), add(new Place(node, node, Mail.NOTHING, 0), -1, -1));
        }
    }

    private int add(Place place, int before, int input) {
        int number = places.number(place);
        if (number == origins.size()) {
            origins.add(new int[] {before, input});
            if (representatives.get(remembered(number), 0) == PairMap.ABSENT) {
                representatives.put(remembered(number), 0, number);
            }
        }
        return number;
    }

    /** False where a target does not tell what its nodes remember, or messages go to other actors than nodes. */
    boolean whole() {
        return whole;
    }

    int node(int place) {
        return places.value(place).node;
    }

    int remembered(int place) {
        return model.locals.coreKey(places.value(place).core).remembered();
    }

    /** True where a monitor keeps something of what the node was in. */
    boolean remarkable(int place) {
        return remembered(place) != remembered(node(place));
    }

    boolean broken(int place) {
        return model.locals.coreKey(places.value(place).core).broken();
    }

    /** Where a node is in a state of the system, or a negative number where that place is not known. */
    int of(int[] state, int node, int nodes) {
        int core = model.locals.core(state[node]);
        int rest = rest(model.mail.within(state[nodes + node]), state[2 * nodes] & model.commandsOf(node));
        return index.get(core, rest);
    }

    private int rest(int within, int used) {
        return rests.number(List.of(within, used));
    }

    /** The inputs that do not come from other nodes. */
    int[] own(int number) {
        Place place = places.value(number);
        if (number == place.node) {
            return new int[] {model.boot(number)};
        }
        List<Integer> found = new ArrayList<>();
        for (int letter : model.mail.heads(place.within)) {
            found.add(model.delivery(letter, place.node));
        }
        model.locals.coreKey(place.core).own().stream().distinct().forEach(found::add);
        for (int command : model.commands(place.node, place.used)) {
            found.add(command);
        }
        return found.stream().mapToInt(i -> i).toArray();
    }

    /** The number of what comes of an input at a place, where it has been learnt. */
    int step(int place, int input) {
        return steps.get(place, input);
    }

    /** True where it is known that an input changes nothing at a place and nothing is sent. */
    boolean ignores(int place, int input) {
        int step = steps.get(place, input);
        return step != PairMap.ABSENT && stepPlaces[step] == place && sent.get(stepLetters[step]).length == 0;
    }

    /** Says which input is to be tried next at a place, or -1. */
    interface Wishes {
        int at(int place);
    }

    /** Learns what comes of an input at a place, and then of what is wished at the place after it, and so on. */
    void learn(int from, int firstInput, Wishes wishes) {
        int[] at = {from, firstInput};
        List<Cue> cues = new ArrayList<>(path(from));
        cues.addAll(cues(model.input(firstInput)));
        laboratory.follow(cues, 1 << node(from), seen -> {
            add(at[0], at[1], seen);
            at[0] = stepPlaces[stepCount - 1];
            at[1] = wishes.at(at[0]);
            return at[1] < 0 ? List.of() : cues(model.input(at[1]));
        });
    }

    int target(int step) {
        return stepPlaces[step];
    }

    /** What is sent to other nodes in a step, each message as often as it is. */
    int[] letters(int step) {
        return sent.get(stepLetters[step]);
    }

    private void add(int number, int inputNumber, Laboratory.Observed seen) {
        Place before = places.value(number);
        Input input = model.input(inputNumber);
        Model.Reaction reaction = model.reaction(seen, before.core, inputNumber);
        whole &= !(reaction.key().memory() instanceof Locals.History);
        int within = before.within;
        if (input.letter() >= 0 && !model.mail.crosses(input.letter())) {
            within = model.mail.without(within, input.letter());
        }
        within = model.mail.added(within, reaction.parcels()[before.node]);
        int used = before.used | (input.external() >= 0 ? 1 << input.external() : 0);
        Place after = new Place(before.node, model.locals.core(reaction.key()), within, used);
        int place = add(after, number, inputNumber);
        index.put(after.core, rest(within, used), place);
        int[] letters = letters(reaction.parcels(), before.node);
        for (int letter : letters) {
            whole &= model.mail.betweenNodes(letter);
        }
        if (stepCount == stepPlaces.length) {
            stepPlaces = Arrays.copyOf(stepPlaces, stepCount * 2);
            stepLetters = Arrays.copyOf(stepLetters, stepCount * 2);
        }
        stepPlaces[stepCount] = place;
        stepLetters[stepCount] = sendings.number(Arrays.stream(letters).boxed().toList());
        if (stepLetters[stepCount] == sent.size()) {
            sent.add(letters);
        }
        steps.put(number, inputNumber, stepCount++);
    }

    private int[] letters(int[] parcels, int node) {
        return IntStream.range(0, parcels.length)
                .filter(to -> to != node)
                .flatMap(to -> Arrays.stream(model.mail.parcelled(parcels[to])))
                .toArray();
    }

    /** Whether what was learnt of a node among others is what was learnt of it alone. */
    boolean agrees(int place, int input, Model.Reaction reaction) {
        int step = steps.get(place, input);
        return places.value(target(step)).core == model.locals.core(reaction.key())
                && Arrays.equals(letters(step), letters(reaction.parcels(), node(place)));
    }

    private List<Cue> cues(Input input) {
        if (input.letter() >= 0 && model.mail.crosses(input.letter())) {
            return List.of(new Cue(null, model.mail.sample(input.letter())));
        }
        return input.events().stream().map(event -> new Cue(event, null)).toList();
    }

    /**
     * Whether two nodes break the invariant together, one of which got to what a monitor keeps, and the other too.
     *
     * @throws Unprovable where they do not do together what each did alone
     */
    boolean broken(int one, int other) {
        int here = representatives.get(one, 0);
        int there = representatives.get(other, 0);
        List<int[]> way = new ArrayList<>(wayTo(here));
        way.addAll(wayTo(there));
        int[] done = {0};
        return laboratory.follow(List.of(), 1 << node(here) | 1 << node(there), seen -> {
            if (done[0] > 0) {
                repeats(way.get(done[0] - 1), seen);
            }
            return done[0] == way.size() ? List.of() : cues(model.input(way.get(done[0]++)[1]));
        }).violation() != null;
    }

    /** A node does in another's company what it did alone, whatever a monitor keeps of both. */
    private void repeats(int[] placeAndInput, Laboratory.Observed seen) {
        int place = placeAndInput[0];
        int input = placeAndInput[1];
        int step = step(place, input);
        Model.Reaction reaction = model.reaction(seen, places.value(place).core, input);
        if (!model.locals.coreKey(places.value(target(step)).core).actsLike(reaction.key())
                || !Arrays.equals(letters(step), letters(reaction.parcels(), node(place)))) {
            throw Laboratory.different("alone, or after another one's steps");
        }
    }

    /**
     * Whether a message does to a node that has just booted, behind those sent before it, what it does where it
     * is handed over without having been sent.
     *
     * @param place where its sender was
     * @param input on which it was sent
     */
    boolean genuine(int place, int input, int letter) {
        Mail.Line line = model.mail.line(letter);
        int boot = model.boot(line.receiver());
        List<Cue> cues = new ArrayList<>(cues(model.input(boot)));
        cues.addAll(path(place));
        cues.addAll(cues(model.input(input)));
        List<Integer> inputs = new ArrayList<>();
        List<Model.Reaction> reactions = new ArrayList<>();
        int last = model.delivery(letter, line.receiver());
        laboratory.follow(cues, 1 << line.receiver(), seen -> {
            if (!inputs.isEmpty()) {
                reactions.add(model.reaction(seen, line.receiver(), inputs.get(inputs.size() - 1)));
            }
            if (inputs.contains(last)) {
                return List.of();
            }
            inputs.add(line.ordered() ? model.first(seen.world(), line) : last);
            return List.of(new Cue(model.input(inputs.get(inputs.size() - 1)).events().get(0), null));
        });
        int at = target(step(line.receiver(), boot));
        boolean same = true;
        for (int i = 0; i < inputs.size() && same; i++) {
            if (!knows(at, inputs.get(i))) {
                learn(at, inputs.get(i), after -> -1);
            }
            same = agrees(at, inputs.get(i), reactions.get(i));
            at = target(step(at, inputs.get(i)));
        }
        return same;
    }

    int learnt() {
        return stepCount;
    }

    boolean knows(int place, int input) {
        return steps.get(place, input) != PairMap.ABSENT;
    }

    /** How a node gets to a place. */
    List<Cue> path(int number) {
        List<Cue> cues = new ArrayList<>();
        wayTo(number).forEach(step -> cues.addAll(cues(model.input(step[1]))));
        return cues;
    }

    /** The steps by which a node gets to a place: where it is before each, and the input. */
    private List<int[]> wayTo(int number) {
        List<int[]> way = new ArrayList<>();
        for (int[] at = origins.get(number); at[0] >= 0; at = origins.get(at[0])) {
            way.add(at);
        }
        Collections.reverse(way);
        return way;
    }
}
