package dev.heddle.harness.run;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.StrictReplay;
import java.util.List;

/** Runs schedules of one target, by following their events. */
public final class Replayer implements AutoCloseable {
    /**
     * What became of a replay.
     *
     * @param skippedEvents the places in the schedule, from 1, of events that were not possible; none in a
     *     strict replay
     */
    public record Result(Outcome outcome, List<Integer> skippedEvents) {
        /** The number of events that were not possible. */
        public int skipped() {
            return skippedEvents.size();
        }
    }

    /** A schedule speaks of a node that the target does not have. */
    public static final class UnknownNodeException extends IllegalArgumentException {
        private static final long serialVersionUID = 1L;
        private final int event;
        private final String name;
        private final transient List<String> known;

        UnknownNodeException(int event, String name, List<String> known) {
            super("event " + event + " speaks of the node '" + name + "', but the target has only "
                    + String.join(", ", known) + " (the header's 'nodes' says how many)");
            this.event = event;
            this.name = name;
            this.known = known;
        }

        /** The event's place in the schedule, from 1. */
        public int event() {
            return event;
        }

        /** The node that there is not. */
        public String name() {
            return name;
        }

        /** The nodes that there are. */
        public List<String> known() {
            return known;
        }
    }

    private final Coordinator coordinator;
    private final Target target;

    /** @param header of the schedules to come: its network and timing hold for all */
    public Replayer(Target target, List<Invariant> invariants, Header header) {
        this(target, invariants, RunOptions.on(header.network()).withTiming(header.timing()));
    }

    /** @param options network, timing and freshness; the limit of deliveries is not used */
    public Replayer(Target target, List<Invariant> invariants, RunOptions options) {
        this.target = target;
        coordinator = new Coordinator(target, invariants, options.withMaxDeliveries(Long.MAX_VALUE));
    }

    /** Follows the schedule to the letter; ends at the first violation or divergence. */
    public Result strict(Schedule schedule, StepListener listener) {
        checkNames(schedule, target.nodes());
        StrictReplay replay = new StrictReplay(schedule.events());
        Outcome outcome = coordinator.run(schedule.header().seed(), replay, listener);
        return new Result(
                replay.divergence() == null ? outcome : new Outcome.Diverged(replay.divergence()), List.of());
    }

    /** Follows the schedule as far as it goes; ends at the first violation. */
    public Result lenient(Schedule schedule, StepListener listener) {
        checkNames(schedule, target.nodes());
        LenientReplay replay = new LenientReplay(schedule.events());
        Outcome outcome = coordinator.run(schedule.header().seed(), replay, listener);
        return new Result(outcome, replay.skipped());
    }

    /** The coordinator underneath, for a watchdog and for what was executed. */
    public Coordinator coordinator() {
        return coordinator;
    }

    /**
     * Checks that a schedule speaks of the target's nodes.
     *
     * @throws UnknownNodeException with a message for people, naming the event
     */
    public static void checkNames(Schedule schedule, List<String> nodes) {
        int number = 0;
        for (Event event : schedule.events()) {
            number++;
            for (String name : event.nodes()) {
                if (!nodes.contains(name)) {
                    throw new UnknownNodeException(number, name, nodes);
                }
            }
        }
    }

    @Override
    public void close() {
        coordinator.close();
    }
}
