package dev.heddle.harness.fuzz;

import dev.heddle.harness.coverage.Coverage;
import dev.heddle.harness.fuzz.CampaignResult.Ending;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.RuleBreach;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicLong;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * Runs executions 0, 1, 2, … on several workers until something is found or a budget is used up.
 *
 * <p>Execution <i>i</i> depends on the seed, <i>i</i> and the options only, and the find reported is
 * that of the lowest <i>i</i>: workers take numbers in order and finish what is below a find. So the
 * result does not depend on the number of workers.
 */
public final class Campaign {
    private static final long POLL_MILLIS = 100;

    private final Supplier<Target> targets;
    private final CampaignOptions options;
    private final AtomicLong next = new AtomicLong();
    /** Executions from this number on are not needed any more. */
    private final AtomicLong bound;
    /** The lowest execution's find of each shape. */
    private final Map<String, Find> finds = new HashMap<>();
    private final List<Worker> workers = new CopyOnWriteArrayList<>();
    private final LongSupplier clock;
    private final Rounds rounds;
    private boolean covering;
    private volatile boolean stopped;
    private volatile Throwable crash;

    /** @param targets makes a target of its own for each worker; called on the worker's thread */
    public Campaign(Supplier<Target> targets, CampaignOptions options) {
        this(targets, options, WallClock::nanos);
    }

    Campaign(Supplier<Target> targets, CampaignOptions options, LongSupplier clock) {
        this.targets = targets;
        this.options = options;
        this.clock = clock;
        rounds = new Rounds(options.strategy().search());
        bound = new AtomicLong(options.executions());
    }

    /** Counts what happens, from its beginning on; that costs some of its speed. */
    public Campaign covering() {
        covering = true;
        return this;
    }

    /** What happened in the executions that are over, where it was counted; to be asked once it has ended. */
    public Coverage coverage() {
        Coverage all = new Coverage();
        for (Worker worker : workers) {
            all.add(worker.coverage());
        }
        return all;
    }

    boolean isCovering() {
        return covering;
    }

    /** Runs to the end; blocks. An exception that a worker did not expect is thrown here. */
    public CampaignResult run(Runnable tick) {
        long start = clock.getAsLong();
        for (int i = 0; i < options.jobs(); i++) {
            Worker worker = new Worker(this, "heddle-worker-" + (i + 1));
            workers.add(worker);
            worker.start();
        }
        boolean hung = supervise(start, tick);
        if (crash != null) {
            throw new IllegalStateException(crash.getMessage(), crash);
        }
        return result(hung, clock.getAsLong() - start);
    }

    /** Ends it soon: executions that run are finished, no other begins. Any thread may call it. */
    public void stop() {
        stopped = true;
        bound.set(0);
        rounds.wake();
    }

    /** The number of executions begun so far. */
    public long executions() {
        return workers.stream().mapToLong(Worker::executions).sum();
    }

    /** The number of deliveries in the executions that are over. */
    public long deliveries() {
        return workers.stream().mapToLong(Worker::deliveries).sum();
    }

    /** What was found so far: the lowest execution's find, or under keep-going that of each shape. */
    public List<Find> finds() {
        synchronized (finds) {
            // What lies above what ends a campaign is there or not by the number of workers.
            long last = finds.values().stream()
                    .filter(Campaign::ends)
                    .mapToLong(Find::execution)
                    .min()
                    .orElse(Long.MAX_VALUE);
            return finds.values().stream()
                    .filter(find -> find.execution() <= last)
                    .sorted(Comparator.comparingLong(Find::execution))
                    .limit(options.keepGoing() ? Long.MAX_VALUE : 1)
                    .toList();
        }
    }

    /** In how many executions so far an invariant could not be judged, by its id; only where there are any. */
    public SortedMap<String, Long> undecided() {
        SortedMap<String, Long> counts = new TreeMap<>();
        for (Worker worker : workers) {
            for (Invariant invariant : worker.checked()) {
                if (invariant.undecided() > 0) {
                    counts.merge(invariant.id(), invariant.undecided(), Long::sum);
                }
            }
        }
        return counts;
    }

    /** What the executions that are over so far came to, by the kinds of their strategies. */
    public SortedMap<String, Tally> tallies() {
        SortedMap<String, Tally> tallies = new TreeMap<>();
        workers.forEach(worker -> worker.tallies().forEach((kind, own) -> tallies.merge(kind, own, Tally::plus)));
        return tallies;
    }

    LongSupplier clock() {
        return clock;
    }

    Supplier<Target> targets() {
        return targets;
    }

    CampaignOptions options() {
        return options;
    }

    Rounds rounds() {
        return rounds;
    }

    /** The number of the next execution, or -1 when there is none to do; blocks while others have a round to end. */
    long take() {
        long i = next.getAndIncrement();
        return rounds.await(i, () -> i < bound.get()) ? i : -1;
    }

    void found(Find find) {
        synchronized (finds) {
            finds.merge(find.shape(), find, (a, b) -> a.execution() <= b.execution() ? a : b);
        }
        if (!options.keepGoing() || ends(find)) {
            bound.accumulateAndGet(find.execution(), Math::min);
            rounds.wake();
        }
    }

    /** Whether not even a campaign that keeps going goes beyond it. */
    private static boolean ends(Find find) {
        return !(find.outcome() instanceof Outcome.Violated);
    }

    /** The number of the next execution that anybody takes. */
    long upcoming() {
        return next.get();
    }

    void crashed(Throwable unexpected) {
        crash = unexpected;
        stop();
    }

    /** Waits for the workers, the others where one hangs: they finish what is below it; true where one does. */
    private boolean supervise(long start, Runnable tick) {
        Set<Worker> hanging = new HashSet<>();
        for (Worker worker = awaited(hanging); worker != null; worker = awaited(hanging)) {
            if (clock.getAsLong() - start > options.timeNanos()) {
                bound.accumulateAndGet(next.get(), Math::min);
            }
            for (Worker other : workers) {
                RuleBreach breach = hanging.contains(other) ? null : other.hangs();
                if (breach != null) {
                    found(other.find(new Outcome.Rejected(breach)));
                    hanging.add(other);
                }
            }
            tick.run();
            join(worker);
        }
        return !hanging.isEmpty();
    }

    /** Somebody who still works, or null. */
    private Worker awaited(Set<Worker> hanging) {
        for (Worker worker : workers) {
            if (worker.isAlive() && !hanging.contains(worker)) {
                return worker;
            }
        }
        return null;
    }

    private void join(Worker worker) {
        try {
            worker.join(POLL_MILLIS);
        } catch (InterruptedException e) {
            stop();
            Thread.currentThread().interrupt();
            throw new IllegalStateException("interrupted while waiting for the workers", e);
        }
    }

    private CampaignResult result(boolean hung, long nanos) {
        List<Find> distinct = finds();
        Ending ending;
        if (hung) {
            ending = Ending.HUNG;
        } else if (!distinct.isEmpty()) {
            ending = Ending.FOUND;
        } else {
            ending = stopped ? Ending.STOPPED : Ending.BUDGET;
        }
        return new CampaignResult(ending, distinct, executions(), deliveries(), nanos, undecided(), tallies());
    }
}
