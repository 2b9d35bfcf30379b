package dev.heddle.minimizer.prove;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.ThrowFault;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.number.PairMap;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Experiment;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.prove.Proof.Ending;
import dev.heddle.minimizer.prove.ProverOptions.Shortcut;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;

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
    /** What takes so many deliveries more is planned for. */
    private static final int PLANNED_AHEAD = 2;
    /** The part of the memory that states and what nodes could do alone may take together. */
    private static final double MEMORY = 0.65;

    private final Execution known;
    private final Experiment experiment;
    private final ProverOptions options;
    private final Model model;
    private final Laboratory laboratory;
    private final List<String> nodes;
    private final Sweep.Rules rules;
    private final Watchdog watchdog;
    private final PairMap verdicts = new PairMap();
    private final long endNanos;
    private final long memory;
    private Places places;
    private Prospects prospects;
    private boolean prospective;
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
        this(target, experiment, known, options, (long) (Runtime.getRuntime().maxMemory() * MEMORY));
    }

    /** @param memory the bytes that states and what nodes could do alone may take together */
    Prover(Target target, Experiment experiment, Execution known, ProverOptions options, long memory) {
        this.memory = memory;
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
        boolean fifo = schedule.header().network() == NetworkKind.FIFO;
        List<Event> externals = known.events().stream()
                .filter(Prover::tried)
                .sorted(Comparator.comparing(Event::line))
                .toList();
        if (externals.size() > Integer.SIZE - 1) {
            throw new Unprovable("the schedule has too many commands and faults to try them at every moment");
        }
        laboratory = new Laboratory(target, target.invariants(List.of(known.violation().invariant())).get(0),
                options.run(), schedule.header().seed());
        model = new Model(nodes, fifo, externals, options.takes(Shortcut.MEMORIES), laboratory);
        places = new Places(model, laboratory, nodes.size());
        boolean[] interchangeable = new boolean[nodes.size()];
        for (int i = 0; i < nodes.size(); i++) {
            String name = nodes.get(i);
            interchangeable[i] = options.takes(Shortcut.SYMMETRY) && target.interchangeableNodes()
                    && externals.stream().noneMatch(c -> c.line().contains(name));
        }
        boolean looseEnds = options.takes(Shortcut.LOOSE_ENDS);
        rules = new Sweep.Rules(nodes, fifo, interchangeable, looseEnds && laboratory.takesTwo(),
                looseEnds && externals.stream().allMatch(Command.class::isInstance));
        prospective = options.takes(Shortcut.PROSPECTS) && nodes.size() <= Vectors.MAX_NODES
                && known.schedule().deliveries() <= Vectors.MAX_SUM
                && externals.stream().noneMatch(ThrowFault.class::isInstance);
        watchdog = new Watchdog(Thread.currentThread(), laboratory::heartbeat);
        endNanos = WallClock.nanos() + options.timeNanos();
    }

    /** What can be tried at every moment. */
    private static boolean tried(Event event) {
        return event instanceof Command || event instanceof Reset || event instanceof ThrowFault;
    }

    /** Tries all that can happen in up to so many deliveries, fewest first. */
    public Proof run(int most) {
        int proven = 0;
        try {
            while (proven < most && goesOn()) {
                proven = swept(proven, most);
            }
        } catch (OutOfMemoryError | HookError thrown) {
            if (!exhausted(thrown)) {
                throw thrown;
            }
            leaveAway();
            ending = Ending.MEMORY;
        }
        return new Proof(proven + 1, shorter, ending, null, states, transitions, laboratory.runs());
    }

    /** True for what was thrown because memory ran out, be it in a hook. */
    private static boolean exhausted(Throwable thrown) {
        return thrown != null && (thrown instanceof OutOfMemoryError || exhausted(thrown.getCause()));
    }

    /** In how many deliveries there is no violation, where that is known for so many and one more is tried. */
    private int swept(int proven, int most) {
        Outlook outlook = prospective ? outlook(proven + 1, most) : null;
        if (!goesOn()) {
            return proven;
        }
        Sweep sweep = new Sweep(rules, new Asked(), model, outlook, proven + 1);
        try {
            return sweep.run() && goesOn() ? proven + 1 : proven;
        } catch (Outlook.MistakenException alone) {
            leaveAway();
            return 0;
        } finally {
            states = sweep.states();
            transitions = sweep.transitions();
        }
    }

    /** What bounds the way to a violation in so many deliveries, or null where that is not known. */
    private Outlook outlook(int deliveries, int most) {
        if (prospects == null || deliveries > prospects.most()) {
            prospects = new Prospects(model, places, nodes.size(), Math.min(most, deliveries + PLANNED_AHEAD),
                    rules.takesTwo(), this::prospecting);
        }
        if (prospects.reach(deliveries) && fits(0)) {
            return new Outlook(model, places, prospects, nodes.size());
        }
        leaveAway();
        return null;
    }

    /** From now on nothing is left out because of what nodes could do alone. */
    private void leaveAway() {
        prospective = false;
        prospects = null;
        places = null;
    }

    private boolean prospecting() {
        progress = Quantity.of(places.learnt(), "step") + " of nodes alone";
        look();
        return goesOn() && fits(0);
    }

    /** True where states that take so many bytes fit into memory besides what is known of nodes alone. */
    private boolean fits(long bytes) {
        return bytes + (prospects == null ? 0 : prospects.bytes()) <= memory;
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

    private boolean goesOn() {
        return shorter == null && ending == Ending.DONE;
    }

    @Override
    public void close() {
        laboratory.close();
    }

    private void look() {
        if (stopRequested) {
            ending = Ending.STOPPED;
        } else if (WallClock.nanos() - endNanos > 0) {
            ending = Ending.TIME;
        }
    }

    private final class Asked implements Sweep.Judge {
        @Override
        public boolean goesOn(int depth, long reached, long bytes) {
            progress = Quantity.of(reached, "state") + " in " + Quantity.deliveries(depth);
            look();
            if (!fits(bytes)) {
                ending = Ending.MEMORY;
            }
            return Prover.this.goesOn();
        }

        @Override
        public boolean broken(int[] after, int node, int other, Supplier<List<Event>> events) {
            int one = model.locals.remembered(after[Math.min(node, other)]);
            int two = model.locals.remembered(after[Math.max(node, other)]);
            int verdict = verdicts.get(one, two);
            if (verdict == PairMap.ABSENT) {
                verdict = model.broken(node, other, events.get()) ? 1 : 0;
                verdicts.put(one, two, verdict);
            }
            return verdict == 1;
        }

        /** True where the execution ends here: by the violation looked for, or by another one. */
        @Override
        public boolean confirmed(List<Event> events) {
            Execution execution = confirming(
                    new Candidate(new Schedule(known.schedule().header(), events), Matching.EQUAL));
            if (execution != null && execution.violation().sameShape(known.violation())) {
                shorter = execution;
            }
            return execution != null;
        }

        private Execution confirming(Candidate candidate) {
            try {
                return experiment.run(candidate);
            } catch (BrokenRulesException broken) {
                throw Laboratory.rejected(broken.breach());
            }
        }
    }
}
