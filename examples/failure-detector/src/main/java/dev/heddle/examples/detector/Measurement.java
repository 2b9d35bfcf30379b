package dev.heddle.examples.detector;

import dev.heddle.akka.ScenarioTargets;
import dev.heddle.examples.detector.DetectorScenario.DetectorView;
import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.strategy.Simulation;
import dev.heddle.harness.strategy.Simulation.Planned;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.TreeMap;

/** Two detectors that watch each other over a simulated link, and what they get wrong. */
final class Measurement implements AutoCloseable {
    private static final String WATCHER = "n1";
    private static final String WATCHED = "n2";
    private static final long SECOND = 1_000_000;
    /** Virtual: the days of an execution are kept in memory as events. */
    private static final long RUN_MICROS = 6 * 3600 * SECOND;
    private static final double RUNS_OF_DAY = 4;
    private static final int CRASHES = 40;
    private static final long CRASH_AFTER = 600 * SECOND;
    private static final long NOTICED_AFTER = 300 * SECOND;

    /**
     * How good a detector is, in terms of Chen, Toueg and Aguilera, "On the Quality of Service of Failure
     * Detectors", IEEE Trans. Computers 51(5), 2002.
     *
     * @param accusationsPerDay how often a node that is up comes to be suspected over one link
     * @param wrongShare the share of the time for which it is
     * @param meanSeconds the time from a crash to its suspicion
     * @param worstSeconds the longest such time
     */
    record Quality(double accusationsPerDay, double wrongShare, double meanSeconds, double worstSeconds) {}

    private final Profile profile;
    private final long seed;
    private final Coordinator coordinator;

    /** @param patience the scenario's option of that name */
    Measurement(Profile profile, String patience, long seed) {
        this.profile = profile;
        this.seed = seed;
        TreeMap<String, String> options = new TreeMap<>();
        options.put(DetectorScenario.PATIENCE, patience);
        coordinator = new Coordinator(
                new ScenarioTargets(DetectorScenario.class).create(2, NetworkKind.FIFO, List.of(), options),
                List.of(),
                RunOptions.on(NetworkKind.FIFO).withTiming(Timing.ORDERED).withMaxDeliveries(Long.MAX_VALUE));
    }

    /** Measures with delays that are longer by a factor, for so many days. */
    Quality at(double factor, double days) {
        int runs = (int) Math.ceil(days * RUNS_OF_DAY);
        Watch accuracy = new Watch(true);
        for (int run = 0; run < runs; run++) {
            Link link = new Link(profile, factor, Rng.ofExecution(seed, run));
            List<Planned> plan = boots();
            plan.addAll(link.outages(WATCHER, WATCHED, RUN_MICROS));
            plan.addAll(link.outages(WATCHED, WATCHER, RUN_MICROS));
            simulate(plan, link, RUN_MICROS, accuracy.begun());
        }
        double total = 0;
        double worst = 0;
        for (int crash = 0; crash < CRASHES; crash++) {
            Link link = new Link(profile, factor, Rng.ofExecution(~seed, crash));
            long at = CRASH_AFTER + crash * SECOND / CRASHES;
            List<Planned> plan = boots();
            plan.add(new Planned(at, new Crash(WATCHED)));
            Watch completeness = new Watch(false);
            simulate(plan, link, at + NOTICED_AFTER, completeness.begun());
            double seconds = (double) (completeness.sinceMicros(WATCHER) - at) / SECOND;
            total += Math.max(0, seconds);
            worst = Math.max(worst, seconds);
        }
        double linkDays = 2 * runs / RUNS_OF_DAY;
        return new Quality(
                accuracy.accusations / linkDays, (double) accuracy.wrongMicros / (2 * runs * RUN_MICROS),
                total / CRASHES, worst);
    }

    private static List<Planned> boots() {
        return new ArrayList<>(List.of(new Planned(0, new Boot(WATCHER)), new Planned(0, new Boot(WATCHED))));
    }

    private void simulate(List<Planned> plan, Link link, long endMicros, StepListener watch) {
        plan.sort(Comparator.comparingLong(Planned::atMicros));
        coordinator.run(seed, new Simulation(plan, message -> link.delayMicros(), endMicros), watch);
    }

    @Override
    public void close() {
        coordinator.close();
    }

    /** Who suspects whom since when. */
    private static final class Watch implements StepListener {
        private final boolean wrong;
        private final TreeMap<String, Long> since = new TreeMap<>();
        private long accusations;
        private long wrongMicros;

        /** @param wrong whether every suspicion is */
        Watch(boolean wrong) {
            this.wrong = wrong;
        }

        /** The same for another run, in which nobody is suspected yet. */
        Watch begun() {
            since.clear();
            return this;
        }

        /** Since when a node suspects the other one; the end of time while it does not. */
        long sinceMicros(String node) {
            return since.getOrDefault(node, Long.MAX_VALUE);
        }

        @Override
        public void stepped(dev.heddle.harness.world.Action action, World world) {
            int node = world.acted();
            if (node < 0 || !(world.view(node) instanceof DetectorView view)) {
                return;
            }
            long now = (world.nowNanos() - World.EPOCH_NANOS) / 1000;
            boolean suspects = !view.detector().suspects().isEmpty();
            Long before = since.get(world.name(node));
            if (suspects && before == null) {
                since.put(world.name(node), now);
                accusations++;
            } else if (!suspects && before != null) {
                since.remove(world.name(node));
                wrongMicros += wrong ? now - before : 0;
            }
        }
    }
}
