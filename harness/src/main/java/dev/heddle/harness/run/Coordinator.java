package dev.heddle.harness.run;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.strategy.Outcome.Ending;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Settling;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import dev.heddle.harness.world.WorldOptions;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.List;
import java.util.function.Supplier;

/**
 * Runs executions of one target, one after the other, on one thread.
 *
 * <p>The thread that made it is the only one that may use it, but for {@link #heartbeat} and
 * {@link #world}, by which a watchdog looks in.
 */
public final class Coordinator implements AutoCloseable {
    private static final VarHandle HEARTBEAT = heartbeatHandle();

    private final Target target;
    private final RunOptions options;
    private final List<Invariant> invariants;
    private final World world;
    private TargetSystem system;
    private Monitor[] monitors = {};
    private long heartbeat;
    private long totalSteps;
    private boolean used;

    /** @param invariants those of the target's that are to be checked */
    public Coordinator(Target target, List<Invariant> invariants, RunOptions options) {
        this.target = target;
        this.options = options;
        this.invariants = List.copyOf(invariants);
        world = new World(new WorldOptions(
                target.nodes(), options.network(), options.timing(), target.preferences().maxClockSkew()));
        open();
    }

    /**
     * Runs one execution.
     *
     * @param seed the source of the target's own draws
     */
    public Outcome run(long seed, Strategy strategy, StepListener listener) {
        // The nodes of the execution before are stopped first, and their handlers can hang as well.
        HEARTBEAT.setOpaque(this, ++totalSteps);
        try {
            if (!stopped()) {
                return new Outcome.Rejected(world.breach());
            }
            prepare(seed);
            Outcome outcome = loop(new Settling(strategy, target.workload(), this::awaiting), listener);
            strategy.ended(outcome);
            return outcome;
        } finally {
            HEARTBEAT.setOpaque(this, 0L);
        }
    }

    private Outcome loop(Settling strategy, StepListener listener) {
        long steps = 0;
        while (goesOn(steps)) {
            Action action = strategy.choose(world);
            if (action == null) {
                return ended(Ending.EXHAUSTED, steps, strategy.fair());
            }
            steps++;
            HEARTBEAT.setOpaque(this, ++totalSteps);
            world.apply(action);
            listener.stepped(action, world);
            Violation violation = world.breach() == null ? check(steps) : null;
            if (world.breach() != null) {
                return new Outcome.Rejected(world.breach());
            }
            if (violation != null) {
                return new Outcome.Violated(violation);
            }
        }
        return ended(Ending.LIMIT, steps, false);
    }

    /** A fair end has limits of its own. */
    private boolean goesOn(long steps) {
        return world.fairEnd().begun() || world.deliveries() < options.maxDeliveries() && steps < options.maxSteps();
    }

    /** The end of an execution, with the check that is still due where checks are sparse. */
    private Outcome ended(Ending ending, long steps, boolean fair) {
        Violation violation = steps % options.checkEvery() == 0 ? null : checkAll();
        boolean broken = violation != null;
        for (int i = 0; i < monitors.length && violation == null && world.breach() == null; i++) {
            Monitor monitor = monitors[i];
            violation = asked(i, null, () -> monitor.atEnd(world, fair));
        }
        if (world.breach() != null) {
            return new Outcome.Rejected(world.breach());
        }
        return violation == null ? new Outcome.Passed(ending) : new Outcome.Violated(violation, fair && !broken);
    }

    /** Whether some invariant is owed something. */
    private boolean awaiting() {
        boolean awaiting = false;
        for (int i = 0; i < monitors.length && !awaiting; i++) {
            Monitor monitor = monitors[i];
            awaiting = asked(i, false, () -> monitor.awaits(world));
        }
        return awaiting;
    }

    private <A> A asked(int monitor, A otherwise, Supplier<A> question) {
        try {
            return question.get();
        } catch (Throwable thrown) {
            blame(monitor, thrown);
            return otherwise;
        }
    }

    /** An invariant threw: it was stopped as it broke the rules, or it is the user's to mend. */
    private void blame(int monitor, Throwable thrown) {
        if (thrown instanceof HookError known) {
            throw known;
        } else if (world.breach() == null) {
            throw HookError.threw("the invariant " + invariants.get(monitor).id(), thrown);
        }
    }

    private Violation check(long steps) {
        if (options.checkEvery() == 1) {
            return check(world.acted());
        }
        return steps % options.checkEvery() == 0 || world.failure() != null ? checkAll() : null;
    }

    private Violation checkAll() {
        Violation violation = null;
        for (int node = 0; node < world.size() && violation == null; node++) {
            violation = check(node);
        }
        return violation;
    }

    private Violation check(int acted) {
        for (int i = 0; i < monitors.length; i++) {
            Violation violation = look(i, acted);
            if (violation != null) {
                return violation;
            }
        }
        return null;
    }

    private Violation look(int monitor, int acted) {
        try {
            return monitors[monitor].afterStep(world, acted);
        } catch (Throwable thrown) {
            blame(monitor, thrown);
            return null;
        }
    }

    /** The world of the present execution, or of the last one until the next begins. */
    public World world() {
        return world;
    }

    /** What is run. */
    public Target target() {
        return target;
    }

    /** The options it runs with. */
    public RunOptions options() {
        return options;
    }

    /**
     * The number of the step that is running, counted over all executions, or 0 between two; it stands
     * still where a handler hangs.
     */
    public long heartbeat() {
        return (long) HEARTBEAT.getOpaque(this);
    }

    /** Ends the execution before; false where the target broke the rules only then. */
    private boolean stopped() {
        RuleBreach known = world.breach();
        if (used) {
            world.stopAll();
        }
        return world.breach() == known;
    }

    private void prepare(long seed) {
        if (used && options.freshSystems()) {
            system.close();
            open();
        }
        used = true;
        world.reset(seed);
        monitors = new Monitor[invariants.size()];
        for (int i = 0; i < monitors.length; i++) {
            monitors[i] = asked(i, null, invariants.get(i)::newMonitor);
        }
    }

    private static VarHandle heartbeatHandle() {
        try {
            return MethodHandles.lookup().findVarHandle(Coordinator.class, "heartbeat", long.class);
        } catch (ReflectiveOperationException e) {
            throw new ExceptionInInitializerError(e);
        }
    }

    private void open() {
        system = target.open(world);
        world.connect(system);
    }

    @Override
    public void close() {
        HEARTBEAT.setOpaque(this, ++totalSteps);
        try {
            if (used) {
                world.stopAll();
            }
            system.close();
        } finally {
            HEARTBEAT.setOpaque(this, 0L);
        }
    }
}
