package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.PairMap;
import dev.heddle.harness.schedule.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.Supplier;

/** All states from which a violation can still come in so many deliveries altogether, layer by layer. */
final class Sweep {
    /** Two nodes are enough to break what can be proven. */
    private static final int WITNESSES = 2;
    private static final int TICK = 1 << 12;
    /** So many states of a layer are compared with the target. */
    private static final int SAMPLES = 500;

    private final Rules rules;
    private final Judge judge;
    private final Model model;
    private final Outlook outlook;
    private final int nodes;
    private final int most;
    private final int[] found = new int[1 << 10];
    private final List<Layer.Ways> ways = new ArrayList<>();
    private Layer present;
    private Layer next;
    private int depth;
    private int limit;
    private long states;
    private long transitions;
    private boolean ended;

    /**
     * What may be left out.
     *
     * @param interchangeable the nodes that are tried as one while they are alike
     * @param takesTwo true where a violation takes two nodes of each of which a monitor keeps something
     * @param looseEnds true where a step that nobody hears of could be taken away
     */
    record Rules(List<String> names, boolean fifo, boolean[] interchangeable, boolean takesTwo, boolean looseEnds) {}

    /** Who is asked on the way. */
    interface Judge {
        /** True while it is to go on, where it is so deep and the states take so many bytes. */
        boolean goesOn(int depth, long states, long bytes);

        /** Whether two nodes break the invariant together, in what they are after the events. */
        boolean broken(int[] after, int node, int other, Supplier<List<Event>> events);

        /** True where the execution ends here: by the violation looked for, or by another one. */
        boolean confirmed(List<Event> events);
    }

    /** @param outlook what leaves states out that are too far from a violation, or null */
    Sweep(Rules rules, Judge judge, Model model, Outlook outlook, int most) {
        this.rules = rules;
        this.judge = judge;
        this.model = model;
        this.outlook = outlook;
        this.most = most;
        nodes = rules.names.size();
    }

    /** True where all was tried that there is to try. */
    boolean run() {
        present = new Layer(model.width());
        int[] start = model.start();
        if (outlook == null || outlook.possible(start, most)) {
            present.add(start, 0, -1, -1);
        }
        for (depth = 0; depth < most && present.size() > 0; depth++) {
            limit = most - depth - 1;
            next = new Layer(model.width());
            expand();
            if (!goesOn()) {
                return false;
            }
            sample();
            states += next.size();
            ways.add(present.ways());
            present = next;
        }
        return true;
    }

    long states() {
        return states;
    }

    long transitions() {
        return transitions;
    }

    /** Runs some of the executions that lead to the next layer, whose ends must be what they are taken for. */
    private void sample() {
        int[] state = new int[model.width()];
        int distance = next.size() / SAMPLES + 1;
        for (int index = 0; index < next.size(); index += distance) {
            next.read(index, state);
            model.check(state, eventsTo(next.parent(index), next.input(index)));
        }
    }

    private boolean goesOn() {
        ended |= !judge.goesOn(depth, states + next.size(), present.bytes() + next.bytes()
                + Layer.BYTES_OF_A_WAY * states);
        return !ended;
    }

    private void expand() {
        int[] state = new int[model.width()];
        int[] after = new int[model.width()];
        for (int index = 0; index < present.size(); index++) {
            if (index % TICK == 0 && !goesOn() || ended) {
                return;
            }
            present.read(index, state);
            for (int node = 0; node < nodes; node++) {
                if (redundant(state, node)) {
                    continue;
                }
                int count = model.possible(state, node, found);
                for (int i = 0; i < count; i++) {
                    transition(index, state, found[i], after);
                }
            }
        }
    }

    /** A node that nothing but a boot has happened to waits for the first of those that are like it. */
    private boolean redundant(int[] state, int node) {
        if (!rules.interchangeable[node] || !untouched(state, node)) {
            return false;
        }
        for (int other = 0; other < node; other++) {
            if (rules.interchangeable[other] && untouched(state, other)
                    && model.up(state, other) == model.up(state, node)
                    && model.mail.alike(state[nodes + other], state[nodes + node],
                            rules.names.get(other), rules.names.get(node))) {
                return true;
            }
        }
        return false;
    }

    private boolean untouched(int[] state, int node) {
        return !model.up(state, node) || model.bootedQuietly(state, node);
    }

    private void transition(int index, int[] state, int input, int[] after) {
        transitions++;
        if (model.input(input).idle()) {
            model.followIdle(state, input, after);
            if (!Arrays.equals(state, after) && hopeful(after, limit + 1)) {
                present.add(after, 0, index, input);
            }
            return;
        }
        int node = model.input(input).node();
        int step = model.locals.step(state[node], input);
        if (step == PairMap.ABSENT) {
            step = model.learn(state, input, eventsTo(index, input), outlook);
        }
        int local = model.locals.next(step);
        boolean fresh = model.locals.broken(local)
                || model.locals.remembered(state[node]) != model.locals.remembered(local);
        if (!fresh && (limit == 0 || limit < changes(state))) {
            return;
        }
        model.follow(state, input, step, after);
        if (fresh && violates(after, node, index, input)) {
            return;
        }
        int effects = effects(state, present.effects(index), input);
        if (!Arrays.equals(state, after) && changes(after) <= limit && loose(after, effects) - limit <= WITNESSES
                && hopeful(after, limit)) {
            next.add(after, effects, index, input);
        }
    }

    private boolean hopeful(int[] state, int deliveries) {
        return outlook == null || outlook.possible(state, deliveries);
    }

    /** How many more steps that monitors keep something of a violation takes at least. */
    private int changes(int[] state) {
        if (!rules.takesTwo) {
            return 1;
        }
        int remarkable = 0;
        for (int node = 0; node < nodes; node++) {
            remarkable += model.locals.remarkable(node, state[node]) ? 1 : 0;
        }
        return Math.max(1, WITNESSES - remarkable);
    }

    /** The nodes whose last step had an effect elsewhere, after an input. */
    private int effects(int[] state, int before, int input) {
        Input what = model.input(input);
        int effects = before;
        if (what.letter() >= 0) {
            int sender = model.mail.line(what.letter()).sender();
            if (sender >= 0 && (!rules.fifo || model.ofLastStep(state, what.letter(), sender))) {
                effects |= 1 << sender;
            }
        }
        return effects & ~(1 << what.node());
    }

    private int loose(int[] state, int effects) {
        int loose = 0;
        for (int node = 0; node < nodes; node++) {
            loose += model.up(state, node) && (effects >> node & 1) == 0 ? 1 : 0;
        }
        return rules.looseEnds ? loose : 0;
    }

    private boolean violates(int[] after, int node, int index, int input) {
        boolean broken = model.locals.broken(after[node]);
        for (int other = 0; other < nodes && !broken; other++) {
            broken = other != node && judge.broken(after, node, other, () -> eventsTo(index, input));
        }
        if (broken && judge.confirmed(eventsTo(index, input))) {
            ended |= !judge.goesOn(depth, states + next.size(), 0);
            return true;
        }
        return false;
    }

    private List<Event> eventsTo(int index, int input) {
        List<Integer> inputs = new ArrayList<>(List.of(input));
        int layer = depth;
        int at = index;
        int before = present.input(at);
        int parent = present.parent(at);
        while (before >= 0) {
            inputs.add(before);
            layer -= model.input(before).idle() ? 0 : 1;
            at = parent;
            Layer.Ways way = layer == depth ? null : ways.get(layer);
            before = way == null ? present.input(at) : way.inputs()[at];
            parent = way == null ? present.parent(at) : way.parents()[at];
        }
        List<Event> events = new ArrayList<>();
        for (int i = inputs.size() - 1; i >= 0; i--) {
            events.addAll(model.input(inputs.get(i)).events());
        }
        return events;
    }
}
