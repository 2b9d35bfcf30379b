package dev.heddle.debugger;

import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.harness.strategy.StrictReplay;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.UnknownCommandException;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;

/**
 * A place in one execution, and what can be done to the execution there.
 *
 * <p>The whole execution is always known, so moving over it, back as well, costs nothing. What is put in or taken out
 * makes it anew: what came before is executed again and must turn out the same, what came after is followed as far as
 * it goes. The thread that made the coordinator is the only one that may use the session, but for
 * {@link #interrupt}.
 */
public final class Session {
    private static final int DEFAULT_SETTLE_MILLIS = 10_000;

    private final Coordinator coordinator;
    private final Target target;
    private final Header header;
    private Timeline timeline;
    private int position;
    private int edits;
    private volatile boolean interrupted;

    /**
     * Executes the events as far as they go; the place is before the first.
     *
     * @param coordinator of the target, for this session alone
     * @param header of the schedule that the events are from
     */
    public Session(Coordinator coordinator, Target target, Header header, List<Event> events) {
        this.coordinator = coordinator;
        this.target = target;
        this.header = header;
        timeline = execute(new Passage(List.of(), null, 0, events));
    }

    /** The execution, to its end. */
    public Timeline timeline() {
        return timeline;
    }

    /** The place: the number of steps that have happened. */
    public int position() {
        return position;
    }

    /** How often the execution was changed. */
    public int edits() {
        return edits;
    }

    /** The names of the nodes. */
    public List<String> nodes() {
        return target.nodes();
    }

    /** Refuses what is the name of no node. */
    public void checkNode(String name) {
        if (!nodes().contains(name)) {
            throw new DebuggerException("there is no node '" + name + "'" + StopParser.hint(name, nodes()));
        }
    }

    /** What the execution is one of. */
    public Header header() {
        return header;
    }

    /** Goes to the place after so many steps. */
    public void goTo(int step) {
        if (step < 0 || step > timeline.size()) {
            throw new DebuggerException("there is no step " + step + "; there are " + timeline.size());
        }
        position = step;
    }

    /**
     * Goes on to the first step that is one to stop at.
     *
     * @return what it is, or null where there was none and the place is what it was
     */
    public Stop goOn(List<Stop> stops, int mostSteps) {
        int last = (int) Math.min(timeline.size(), (long) position + mostSteps);
        for (int step = position + 1; step <= last; step++) {
            for (Stop stop : stops) {
                if (stop.matches(timeline, step)) {
                    position = step;
                    return stop;
                }
            }
        }
        return null;
    }

    /** Goes back to the last step before this one that is to be stopped at; null where there is none. */
    public Stop goBack(List<Stop> stops) {
        for (int step = position - 1; step > 0; step--) {
            for (Stop stop : stops) {
                if (stop.matches(timeline, step)) {
                    position = step;
                    return stop;
                }
            }
        }
        return null;
    }

    /** What is pending here. */
    public List<PendingItem> pending() {
        return look(PendingList::of);
    }

    /** What an observer sees of the world here, once it is made again. */
    public <T> T look(Function<World, T> observer) {
        Glance<T> glance = new Glance<>(Passage.exactly(timeline.chosen(position)), position, world -> {
            checkBirths(world);
            return observer.apply(world);
        });
        executed(glance, glance);
        if (!glance.looked()) {
            throw notRepeatable(position);
        }
        return glance.seen();
    }

    /** Makes events happen here, one after the other; the rest is followed as far as it still goes. */
    public void perform(List<Event> events) {
        checkGoesOn();
        List<Event> exact = new ArrayList<>(timeline.chosen(position));
        int before = exact.size();
        exact.addAll(events);
        Passage passage = new Passage(exact, null, 0, timeline.remaining(position));
        Timeline changed = execute(passage);
        if (passage.lost() >= before) {
            throw new DebuggerException("'" + events.get(passage.lost() - before).line()
                    + "' is not possible here" + (passage.hindrance() == null ? "" : ": " + passage.hindrance())
                    + "; 'pending' lists what is");
        }
        replace(changed, events.size());
    }

    /**
     * Lets a strategy choose what happens from here, so many steps at most; the place stays.
     *
     * @return the number of steps that it chose
     */
    public int explore(StrategyFactory strategy, long seed, int steps) {
        checkGoesOn();
        FuzzSettings settings = new FuzzSettings(target.workload(), target.clients(), target.preferences().commands(),
                target.faults(), target.preferences().weights());
        Strategy chooser = strategy.create(settings, Rng.ofExecution(seed, 0));
        Passage passage = new Passage(timeline.chosen(position), chooser, steps, timeline.remaining(position));
        replace(execute(passage), 0);
        return passage.freelyChosen();
    }

    private void checkGoesOn() {
        for (Event event : timeline.chosen(position)) {
            if (event.last()) {
                throw new DebuggerException("after '" + event.line() + "' everything follows by rule; go back before it"
                        + " to let something else happen");
            }
        }
    }

    /** The event with which everything runs fairly to its end. */
    public Event settle() {
        int millis = target.settleMillis();
        return new Settle(millis > 0 ? millis : DEFAULT_SETTLE_MILLIS);
    }

    /** Takes out the next events of the script; what comes after them is followed as far as it still goes. */
    public List<Event> skip(int count) {
        List<Event> remaining = timeline.remaining(position);
        if (remaining.isEmpty()) {
            throw new DebuggerException("nothing follows here that could be skipped");
        }
        List<Event> skipped = remaining.subList(0, Math.min(count, remaining.size()));
        follow(remaining.subList(skipped.size(), remaining.size()));
        return skipped;
    }

    /** Takes out everything that follows. */
    public int forget() {
        int count = timeline.remaining(position).size();
        follow(List.of());
        return count;
    }

    private void follow(List<Event> rest) {
        replace(execute(new Passage(timeline.chosen(position), null, 0, rest)), 0);
    }

    /** Executes anew; what came before this place must turn out as it was. */
    private Timeline execute(Passage passage) {
        Recorder recorder = new Recorder();
        Outcome outcome = executed(passage, recorder);
        Timeline made = new Timeline(recorder.moments(), passage.script(recorder.moments()), outcome);
        for (int step = 1; step <= position; step++) {
            if (step > made.size() || !made.moment(step).equals(timeline.moment(step))) {
                throw notRepeatable(step);
            }
        }
        return made;
    }

    /** What was sent, armed and submitted again must be what was. */
    private void checkBirths(World world) {
        List<Pending> born = world.history().born();
        int birth = 0;
        for (int step = 1; step <= position; step++) {
            for (Event event : timeline.moment(step).born()) {
                if (birth == born.size() || !born.get(birth++).toEvent().equals(event)) {
                    throw notRepeatable(step);
                }
            }
        }
    }

    /** What the user's code for the harness throws or does not know as a command leaves the session as it was. */
    private Outcome executed(Strategy strategy, StepListener listener) {
        interrupted = false;
        Outcome outcome;
        try {
            outcome = coordinator.run(header.seed(), new Interruptible(strategy), listener);
        } catch (HookError | UnknownCommandException error) {
            throw new DebuggerException(error.getMessage());
        }
        if (interrupted) {
            throw new DebuggerException("interrupted; everything is as it was");
        }
        return outcome;
    }

    /** Gives up what is being executed, if anything; any thread may call it. */
    public void interrupt() {
        interrupted = true;
    }

    /** Another strategy, as long as nobody interrupts it. */
    private final class Interruptible implements Strategy {
        private final Strategy strategy;

        Interruptible(Strategy strategy) {
            this.strategy = strategy;
        }

        @Override
        public Action choose(World world) {
            return interrupted ? null : strategy.choose(world);
        }

        @Override
        public void ended(Outcome outcome) {
            strategy.ended(outcome);
        }
    }

    private void replace(Timeline changed, int done) {
        if (changed.size() < position + done) {
            throw new DebuggerException("nothing can follow step " + changed.size() + ", which ended the execution ("
                    + ending(changed) + "); " + wayOn(changed));
        }
        timeline = changed;
        position += done;
        edits++;
    }

    private static UnrepeatableException notRepeatable(int step) {
        return new UnrepeatableException("executed again, step " + step + " went another way: the target is not"
                + " deterministic under control; 'heddle audit' names the first difference");
    }

    /** What the invariants say if the execution ends here, those included that judge at the end only. */
    public Outcome check() {
        return executed(Passage.exactly(timeline.chosen(position)), StepListener.NONE);
    }

    /**
     * What was done up to here as a schedule, once a replay has followed it to the letter.
     *
     * @return the schedule; its header has the violation that it ends in, if any
     */
    public Schedule saved() {
        List<Event> events = timeline.chosen(position);
        StrictReplay replay = new StrictReplay(events);
        Outcome outcome = executed(replay, StepListener.NONE);
        if (replay.divergence() != null) {
            throw notRepeatable(replay.divergence().event());
        }
        Violation violation = outcome instanceof Outcome.Violated violated ? violated.violation() : null;
        return new Schedule(header.withViolation(violation == null ? "" : violation.shape()), events);
    }

    /** How an execution ended, in a few words. */
    public static String ending(Timeline timeline) {
        if (timeline.outcome() instanceof Outcome.Violated violated) {
            return violated.violation().invariant() + " violated";
        } else if (timeline.outcome() instanceof Outcome.Rejected rejected) {
            return "rejected: " + rejected.breach().what();
        }
        return "nothing is violated";
    }

    /** What can be done at the end of an execution, in a few words. */
    public static String wayOn(Timeline timeline) {
        boolean over = timeline.outcome() instanceof Outcome.Violated || timeline.outcome() instanceof Outcome.Rejected;
        return over
                ? "nothing happens after it: 'back' goes back, and there 'pending' lists what else can happen"
                : "go back, or let something else happen ('pending' lists what can)";
    }
}
