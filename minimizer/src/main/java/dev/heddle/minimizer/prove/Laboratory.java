package dev.heddle.minimizer.prove;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.Function;

/** Runs executions of the target to see what their last steps do. */
final class Laboratory implements AutoCloseable {
    private final Coordinator coordinator;
    private final Invariant invariant;
    private final long seed;
    private final boolean drawsOnlyDelay;
    private long runs;

    Laboratory(Target target, Invariant invariant, RunOptions options, long seed) {
        coordinator = new Coordinator(target, List.of(), options.withMaxDeliveries(Long.MAX_VALUE));
        this.invariant = invariant;
        this.seed = seed;
        drawsOnlyDelay = target.drawsOnlyDelay();
    }

    /** What came of an execution. */
    record Observed(World world, int bornBefore, Object remembered, Violation violation) {}

    /**
     * What happens next in an execution: an event that must be possible, or a message that is handed over though
     * it is not under way.
     *
     * @param again what was sent in some execution of this laboratory's, or null
     */
    record Cue(Event event, Message again) {
        Action find(World world) {
            return again == null ? Match.EARLIEST.find(event, world) : new Again(again);
        }
    }

    private record Again(Message message) implements Action {
        @Override
        public void applyTo(World world) {
            world.handOverAgain(message);
        }

        @Override
        public Event toEvent() {
            return new Deliver(message.envelope());
        }
    }

    /** Runs the events; the monitor is shown the steps of those nodes only that the bits name. */
    Observed run(List<Event> events, int shown) {
        return follow(events.stream().map(event -> new Cue(event, null)).toList(), shown);
    }

    /** Says how an execution goes on, once all that was said before has been done. */
    interface Guide {
        /** The next cues; none, where it ends here. */
        List<Cue> next(Observed seen);
    }

    /** Follows the cues; the monitor is shown the steps of those nodes only that the bits name. */
    Observed follow(List<Cue> cues, int shown) {
        return follow(cues, shown, seen -> List.of());
    }

    /** Follows the cues, and then the guide's. */
    Observed follow(List<Cue> cues, int shown, Guide guide) {
        runs++;
        PairwiseMonitor monitor = pairwise(invariant.newMonitor());
        Watch watch = new Watch(invariant.id(), monitor, shown);
        Script script = new Script(cues, world ->
                guide.next(new Observed(world, watch.bornBefore, monitor.memory(), watch.violation)));
        Outcome outcome = coordinator.run(seed, script, watch);
        if (outcome instanceof Outcome.Rejected rejected) {
            throw rejected(rejected.breach());
        } else if (script.missing != null) {
            throw different(script.missing.line() + " was possible once, and after the same events again it was not");
        }
        World world = coordinator.world();
        for (Node node : world.nodes()) {
            if (node.clockReads() > 0) {
                throw new Unprovable(
                        "the target reads its clock, so what a node does depends on more than what it got");
            }
        }
        return new Observed(world, watch.bornBefore, monitor.memory(), watch.violation);
    }

    /** What a monitor keeps before it is shown anything. */
    Object fresh() {
        return pairwise(invariant.newMonitor()).memory();
    }

    /** True where it always takes two nodes to break the invariant. */
    boolean takesTwo() {
        return pairwise(invariant.newMonitor()).takesTwo();
    }

    /** True where it makes no difference how often a node has drawn. */
    boolean drawsOnlyDelay() {
        return drawsOnlyDelay;
    }

    /** Says why nothing can be proven; throws what it is where memory ran out. */
    static Unprovable rejected(RuleBreach breach) {
        if (breach.culprit() instanceof OutOfMemoryError exhausted) {
            throw exhausted;
        }
        return new Unprovable("the target breaks the harness's rules: " + breach.what());
    }

    static Unprovable different(String what) {
        return new Unprovable("a node does not do the same whenever it got the same (" + what
                + "): 'audit' finds out why, or what the scenario calls its memory is not all of it");
    }

    private PairwiseMonitor pairwise(Monitor monitor) {
        if (monitor instanceof PairwiseMonitor known) {
            return known;
        }
        throw new Unprovable("nothing can be proven about " + invariant.id()
                + ": its monitors do not say that one or two nodes break it");
    }

    /** The number of the step that is running, or 0 between two; any thread may ask. */
    long heartbeat() {
        return coordinator.heartbeat();
    }

    long runs() {
        return runs;
    }

    @Override
    public void close() {
        coordinator.close();
    }

    /** Follows cues, each of which must be possible. */
    private static final class Script implements Strategy {
        private final Function<World, List<Cue>> guide;
        private List<Cue> cues;
        private int next;
        private Event missing;

        Script(List<Cue> cues, Function<World, List<Cue>> guide) {
            this.cues = cues;
            this.guide = guide;
        }

        @Override
        public Action choose(World world) {
            if (next == cues.size()) {
                cues = guide.apply(world);
                next = 0;
            }
            if (cues.isEmpty()) {
                return null;
            }
            Cue cue = cues.get(next++);
            Action action = cue.find(world);
            missing = action == null ? cue.event() : null;
            return action;
        }
    }

    /** Shows a monitor some of the nodes, as if there were no others. */
    private static final class Watch implements StepListener, Cluster {
        private final String invariant;
        private final Monitor monitor;
        private final int shown;
        private World world;
        private int bornBefore;
        private int bornAfter;
        private Violation violation;

        Watch(String invariant, Monitor monitor, int shown) {
            this.invariant = invariant;
            this.monitor = monitor;
            this.shown = shown;
        }

        private boolean shows(int node) {
            return node >= 0 && (shown >> node & 1) != 0;
        }

        @Override
        public void stepped(Action action, World now) {
            world = now;
            bornBefore = bornAfter;
            bornAfter = now.history().size();
            if (shows(now.acted()) && violation == null) {
                violation = look(now.acted());
            }
        }

        private Violation look(int acted) {
            try {
                return monitor.afterStep(this, acted);
            } catch (HookError | OutOfMemoryError known) {
                throw known;
            } catch (Throwable thrown) {
                throw HookError.threw("the invariant " + invariant, thrown);
            }
        }

        @Override
        public int size() {
            return world.size();
        }

        @Override
        public String name(int node) {
            return world.name(node);
        }

        @Override
        public NodeView view(int node) {
            return shows(node) ? world.view(node) : null;
        }

        @Override
        public List<ClientEvent> clients() {
            return List.of();
        }

        @Override
        public boolean connected(int from, int to) {
            return true;
        }

        @Override
        public long nowNanos() {
            return World.EPOCH_NANOS;
        }

        @Override
        public boolean calm() {
            return true;
        }

        @Override
        public Failure failure() {
            Failure failure = world.failure();
            return failure != null && shows(failure.node()) ? failure : null;
        }
    }
}
