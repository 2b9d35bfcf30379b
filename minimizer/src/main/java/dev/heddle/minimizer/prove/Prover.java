package dev.heddle.minimizer.prove;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.ThrowFault;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Experiment;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.prove.Proof.Ending;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/**
 * Tries everything that can happen, one delivery more at a time, until a violation occurs that is known from
 * an execution: with its nodes, on its network, with the commands and faults that it has, each at any moment
 * or not at all.
 *
 * <p>A node is a function of what it got, one after the other. So what it does with an input is asked of the
 * target once for each state of the node, and the states of the system are put together from what is known:
 * the same state reached in another order is the same state (Guerraoui and Yabandeh, "Model Checking a
 * Networked System Without the Network", NSDI 2011, explore nodes apart as well, but join them later). What
 * else makes it fast, and why nothing is missed, is in docs/minimizing.md.
 *
 * <p>Used by the thread that made it, but for {@link #stop}, {@link #progress} and {@link #hangs}.
 */
public final class Prover implements AutoCloseable {
    /** Two nodes are enough to break what can be proven. */
    private static final int WITNESSES = 2;
    private static final int TICK = 1 << 12;
    /** So many states of a layer are compared with the target. */
    private static final int SAMPLES = 500;
    /** The part of the memory that states may take. */
    private static final double MEMORY = 0.65;

    private final Execution known;
    private final Experiment experiment;
    private final ProverOptions options;
    private final Model model;
    private final Laboratory laboratory;
    private final List<String> nodes;
    private final boolean[] interchangeable;
    private final boolean fifo;
    private final boolean takesTwo;
    private final boolean looseEnds;
    private final List<Layer.Ways> ways = new ArrayList<>();
    private final Watchdog watchdog;
    private final LongIntMap verdicts = new LongIntMap();
    private final long endNanos;
    private final int[] found = new int[1 << 10];
    private Layer present;
    private Layer next;
    private int depth;
    private int limit;
    private long states;
    private long transitions;
    private Execution shorter;
    private Ending ending = Ending.DONE;
    private volatile boolean stopRequested;
    private volatile String progress = "";

    /**
     * @param known what is to be shown in fewer deliveries
     * @param experiment by which a shorter execution is confirmed; all invariants count there
     * @throws Unprovable where it cannot be tried
     */
    public Prover(Target target, Experiment experiment, Execution known, ProverOptions options) {
        this.known = known;
        this.experiment = experiment;
        this.options = options;
        Schedule schedule = known.schedule();
        if (schedule.header().timing() != Timing.ASYNCHRONOUS) {
            throw new Unprovable(
                    "with --timing ordered nothing can be proven: what a timer may do depends on the clock");
        }
        for (Event event : known.events()) {
            if (event instanceof Event.External && !(event instanceof Boot) && !tried(event)) {
                throw new Unprovable("boots, commands, resets and exceptions can be tried at every moment, and the"
                        + " schedule has '" + event.line() + "'");
            }
        }
        nodes = target.nodes();
        fifo = schedule.header().network() == NetworkKind.FIFO;
        List<Event> externals = known.events().stream()
                .filter(Prover::tried)
                .sorted(Comparator.comparing(Event::line))
                .toList();
        if (externals.size() > Integer.SIZE - 1) {
            throw new Unprovable("the schedule has too many commands and faults to try them at every moment");
        }
        looseEnds = options.looseEnds() && externals.stream().allMatch(Command.class::isInstance);
        laboratory = new Laboratory(target, target.invariants(List.of(known.violation().invariant())).get(0),
                options.run(), schedule.header().seed());
        takesTwo = options.looseEnds() && laboratory.takesTwo();
        model = new Model(nodes, fifo, externals, options.memories(), laboratory);
        interchangeable = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i);
            interchangeable[i] = options.symmetry() && target.interchangeableNodes()
                    && externals.stream().noneMatch(c -> c.line().contains(name));
        }
        watchdog = new Watchdog(Thread.currentThread(), laboratory::heartbeat);
        endNanos = WallClock.nanos() + options.timeNanos();
    }

    /** What can be tried at every moment. */
    private static boolean tried(Event event) {
        return event instanceof Command || event instanceof Reset || event instanceof ThrowFault;
    }

    /** Tries all that can happen in up to so many deliveries, fewest first. */
    public Proof run(int most) {
        present = new Layer(model.width());
        present.add(model.start(), 0, -1, -1);
        int proven = 0;
        for (depth = 0; depth < most && goesOn(); depth++) {
            limit = most - depth - 1;
            next = new Layer(model.width());
            expand();
            if (goesOn()) {
                sample();
                proven = depth + 1;
                states += next.size();
            }
            ways.add(present.ways());
            present = next;
        }
        return new Proof(proven + 1, shorter, ending, null, states, transitions, laboratory.runs());
    }

    /** Ends it soon, with what is proven by then. Any thread may call it. */
    public void stop() {
        stopRequested = true;
    }

    /** How far it is, in words; any thread may ask. */
    public String progress() {
        return progress;
    }

    /** Why an execution hangs, or null while none does; any thread may ask. */
    public RuleBreach hangs() {
        return watchdog.look();
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
        return shorter == null && ending == Ending.DONE;
    }

    private void look() {
        progress = String.format(Locale.ROOT, "%,d states in %d deliveries", states + next.size(), depth);
        if (stopRequested) {
            ending = Ending.STOPPED;
        } else if (WallClock.nanos() - endNanos > 0) {
            ending = Ending.TIME;
        } else if (bytes() > Runtime.getRuntime().maxMemory() * MEMORY) {
            ending = Ending.MEMORY;
        }
    }

    private long bytes() {
        return present.bytes() + next.bytes() + Layer.BYTES_OF_A_WAY * states;
    }

    private void expand() {
        int[] state = new int[model.width()];
        int[] after = new int[model.width()];
        for (int index = 0; index < present.size(); index++) {
            if (index % TICK == 0) {
                look();
            }
            if (!goesOn()) {
                return;
            }
            present.read(index, state);
            for (int node = 0; node < nodes.size(); node++) {
                if (redundant(state, node)) {
                    continue;
                }
                int count = model.possible(state, node, found);
                for (int i = 0; i < count; i++) {
                    transition(index, state, found[i], after);
                    if (shorter != null) {
                        return;
                    }
                }
            }
        }
    }

    /** A node that nothing but a boot has happened to waits for the first of those that are like it. */
    private boolean redundant(int[] state, int node) {
        if (!interchangeable[node] || !untouched(state, node)) {
            return false;
        }
        for (int other = 0; other < node; other++) {
            if (interchangeable[other] && untouched(state, other) && model.up(state, other) == model.up(state, node)
                    && model.mail.alike(state[nodes.size() + other], state[nodes.size() + node],
                            nodes.get(other), nodes.get(node))) {
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
            if (!Arrays.equals(state, after)) {
                present.add(after, 0, index, input);
            }
            return;
        }
        int node = model.input(input).node();
        int step = model.locals.step(state[node], input);
        if (step == LongIntMap.ABSENT) {
            step = model.learn(state, input, eventsTo(index, input));
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
        if (!Arrays.equals(state, after) && changes(after) <= limit && loose(after, effects) - limit <= WITNESSES) {
            next.add(after, effects, index, input);
        }
    }

    /** How many more steps that monitors keep something of a violation takes at least. */
    private int changes(int[] state) {
        if (!takesTwo) {
            return 1;
        }
        int remarkable = 0;
        for (int node = 0; node < nodes.size(); node++) {
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
            if (sender >= 0 && (!fifo || model.ofLastStep(state, what.letter(), sender))) {
                effects |= 1 << sender;
            }
        }
        return effects & ~(1 << what.node());
    }

    private int loose(int[] state, int effects) {
        int loose = 0;
        for (int node = 0; node < nodes.size(); node++) {
            loose += model.up(state, node) && (effects >> node & 1) == 0 ? 1 : 0;
        }
        return looseEnds ? loose : 0;
    }

    private boolean violates(int[] after, int node, int index, int input) {
        boolean broken = model.locals.broken(after[node]);
        for (int other = 0; other < nodes.size() && !broken; other++) {
            broken = other != node && brokenBy(after, node, other, index, input);
        }
        return broken && confirmed(eventsTo(index, input));
    }

    private boolean brokenBy(int[] after, int node, int other, int index, int input) {
        int one = model.locals.remembered(after[Math.min(node, other)]);
        int two = model.locals.remembered(after[Math.max(node, other)]);
        int verdict = verdicts.get(one, two);
        if (verdict == LongIntMap.ABSENT) {
            verdict = model.broken(node, other, eventsTo(index, input)) ? 1 : 0;
            verdicts.put(one, two, verdict);
        }
        return verdict == 1;
    }

    /** True where the execution ends here: by the violation looked for, or by another one. */
    private boolean confirmed(List<Event> events) {
        Execution execution = experiment.run(
                new Candidate(new Schedule(known.schedule().header(), events), Matching.EQUAL));
        if (execution != null && execution.violation().sameShape(known.violation())) {
            shorter = execution;
        }
        return execution != null;
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

    @Override
    public void close() {
        laboratory.close();
    }
}
