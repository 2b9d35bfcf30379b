package dev.heddle.cli;

import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Preferences;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.Set;
import java.util.SortedMap;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.locks.LockSupport;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/** A target without Akka that behaves, or misbehaves in every way the command line has to deal with. */
final class ToyTargets implements TargetFactory {
    static final String GREEDY = "greedy-45";
    static final String FULL = "full-46";
    static final String FLAKY = "flaky";
    static final String BLOCKING = "blocking";
    static final String HANGING = "hanging";
    static final String BROKEN = "broken";
    static final String EXHAUSTING = "exhausting";
    static final String SLOW = "slow";
    static final String IMMUTABLE_SET = "immutable-set";
    static final String ENUM_SET = "enum-set";
    static final String SENSELESS = "senseless";
    static final String TIRED = "tired-47";
    static final String RELUCTANT = "reluctant";
    static final String DAZED = "dazed";
    static final String PUZZLED = "puzzled";
    static final String STUBBORN = "stubborn";
    static final String ODD_ONE_OUT = "odd-one-out";

    private static final AtomicLong SYSTEMS = new AtomicLong();
    private static final AtomicLong SLOWED = new AtomicLong();

    private enum Colour {
        RED, GREEN, BLUE
    }

    @Override
    public List<Bug> bugs() {
        return List.of(
                new Bug(GREEDY, "a node takes a second greeting before any other node has one",
                        new TreeMap<>(Map.of("polite", "very")), List.of()),
                new Bug(FULL, "a node takes no third greeting",
                        new TreeMap<>(Map.of("fixed", "", "polite", "barely")), List.of("--network udp")),
                new Bug(FLAKY, "greetings name the system that sends them"),
                new Bug(BLOCKING, "a handler blocks"),
                new Bug(HANGING, "a handler never returns"),
                new Bug(BROKEN, "the system cannot be opened"),
                new Bug(EXHAUSTING, "memory runs out after a hundred executions"),
                new Bug(SLOW, "a handler takes its time, and says so once"),
                new Bug(IMMUTABLE_SET, "the order of Set.of gets into a message"),
                new Bug(ENUM_SET, "the order of a hash set of enums gets into a message"),
                new Bug(SENSELESS, "an invariant throws"),
                new Bug(TIRED, "four greetings are too many for a node"),
                new Bug(RELUCTANT, "two greetings are too many for a node, where schedules are made small only three"),
                new Bug(DAZED, "three greetings are too many for a node; where everything is tried it never returns"),
                new Bug(PUZZLED, "three greetings are too many for a node; where everything is tried that throws"),
                new Bug(STUBBORN, "greedy, and cannot be opened where schedules are made small"),
                new Bug(ODD_ONE_OUT, "greedy, and without it the system cannot be opened",
                        new TreeMap<>(Map.of("only", "")), List.of()));
    }

    @Override
    public List<Option> options() {
        return List.of(
                new Option("polite", "very|barely", "how nodes greet (default: barely)"),
                new Option("only", "", "cannot be opened without its bug"),
                new Option("fixed", "", "two nodes, whatever is asked for"));
    }

    @Override
    public Target create(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options) {
        if (bugs.contains(GREEDY) && bugs.contains(FULL)) {
            throw new IllegalArgumentException("greedy-45 and full-46 replace the same rule");
        }
        if (options.containsKey("only") && bugs.isEmpty()) {
            return new Toy(nodes, network, List.of(BROKEN));
        }
        return new Toy(options.containsKey("fixed") ? 2 : nodes, network, bugs);
    }

    private record Toy(int size, NetworkKind network, List<String> bugs) implements Target {
        @Override
        public List<String> nodes() {
            return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
        }

        @Override
        public List<Invariant> invariants() {
            return List.of(new Fair(), Stream.of(RELUCTANT, DAZED, PUZZLED).anyMatch(bugs::contains)
                    ? new Enough(bugs.contains(RELUCTANT) ? 2 : 3, bugs.contains(PUZZLED))
                    : new Sane(bugs.contains(SENSELESS), bugs.contains(TIRED)));
        }

        @Override
        public Workload workload() {
            return (count, rng) -> "greet";
        }

        @Override
        public int clients() {
            return 1;
        }

        @Override
        public Preferences preferences() {
            return Preferences.DEFAULT;
        }

        @Override
        public Set<FaultKind> faults() {
            return network == NetworkKind.UDP ? Set.of(Drop.KIND) : Set.of();
        }

        @Override
        public TargetSystem open(World world) {
            if (bugs.contains(BROKEN) || bugs.contains(STUBBORN) && inMinimizer()) {
                throw new UnsupportedOperationException("no system today");
            }
            return new ToySystem(world, bugs, size);
        }
    }

    private static boolean inMinimizer() {
        return Thread.currentThread().getName().startsWith("heddle-minimizer");
    }

    private static boolean inProver() {
        return Thread.currentThread().getName().equals("heddle-prover");
    }

    private record View(int greeted, boolean greedy) implements NodeView {
        @Override
        public void fields(java.util.function.BiConsumer<String, Object> field) {
            field.accept("greeted", greeted);
        }
    }

    /** Greetings are spread: with the bug, who has two while another has none breaks it. */
    private record Fair() implements Invariant {
        @Override
        public String id() {
            return "fair-share";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> {
                if (acted < 0 || !(cluster.view(acted) instanceof View mine) || !mine.greedy() || mine.greeted() < 2) {
                    return null;
                }
                for (int other = 0; other < cluster.size(); other++) {
                    if (cluster.view(other) instanceof View view && view.greeted() == 0) {
                        return Violation.of(id(), List.of(cluster.name(acted), cluster.name(other)),
                                cluster.name(acted) + " has " + mine.greeted() + " greetings and "
                                        + cluster.name(other) + " none \u2026");
                    }
                }
                return null;
            };
        }
    }

    private record Sane(boolean broken, boolean tired) implements Invariant {
        @Override
        public String id() {
            return "sane";
        }

        @Override
        public Monitor newMonitor() {
            return (cluster, acted) -> {
                if (broken && acted == 1) {
                    throw new IllegalStateException("no sense in n2");
                }
                if (tired && acted >= 0 && cluster.view(acted) instanceof View mine && mine.greeted() == 4) {
                    return Violation.of(id(), List.of(cluster.name(acted)), cluster.name(acted) + " is tired");
                }
                Failure failure = cluster.failure();
                return failure == null ? null : Violation.of(id(), List.of(), String.valueOf(failure.cause()));
            };
        }
    }

    /** So many greetings are too many for a node, three where schedules are made small. */
    private record Enough(int greetings, boolean puzzles) implements Invariant {
        @Override
        public String id() {
            return "sane";
        }

        @Override
        public Monitor newMonitor() {
            return new Counting(inMinimizer() ? 3 : greetings, puzzles && inProver());
        }
    }

    private static final class Counting implements PairwiseMonitor {
        private final int enough;
        private final boolean throwing;
        private int most;

        Counting(int enough, boolean throwing) {
            this.enough = enough;
            this.throwing = throwing;
        }

        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            if (throwing) {
                throw new AssertionError("that many?");
            }
            if (acted < 0 || !(cluster.view(acted) instanceof View mine)) {
                return null;
            }
            most = Math.max(most, mine.greeted());
            return mine.greeted() < enough
                    ? null
                    : Violation.of("sane", List.of(cluster.name(acted)), cluster.name(acted) + " has enough");
        }

        @Override
        public Object memory() {
            return most;
        }
    }

    private static final class ToySystem implements TargetSystem {
        private final World world;
        private final List<String> bugs;
        private final int[] greeted;
        private int resets;
        private final long number = SYSTEMS.incrementAndGet();

        ToySystem(World world, List<String> bugs, int size) {
            this.world = world;
            this.bugs = bugs;
            greeted = new int[size];
        }

        @Override
        public void start(Node node) {
            greeted[node.index()] = 0;
            for (Node other : world.nodes()) {
                if (other != node && other.up()) {
                    greet(node.endpoint(), other.endpoint());
                    greet(other.endpoint(), node.endpoint());
                }
            }
        }

        private void greet(Endpoint from, Endpoint to) {
            if (bugs.contains(IMMUTABLE_SET)) {
                say(from, to, "hello " + String.join(" and ", Set.of("a", "b")));
            } else if (bugs.contains(ENUM_SET)) {
                say(from, to, "hello " + new java.util.HashSet<>(List.of(Colour.values())));
            } else {
                say(from, to, bugs.contains(FLAKY) ? "hello " + ProcessHandle.current().pid() + " " + number : "hello");
            }
        }

        private void say(Endpoint from, Endpoint to, String text) {
            world.port().send(new Words(from, to, text, () -> received(to.node())));
        }

        private void received(Node node) {
            greeted[node.index()]++;
            if (bugs.contains(BLOCKING)) {
                world.port().breach(new RuleBreach("a handler of " + node.name() + " waited for a lock", "do not wait",
                        new IllegalStateException("waited here")));
            }
            if (bugs.contains(SLOW)) {
                if (SLOWED.getAndIncrement() == 0) {
                    System.err.println("slowly");
                }
                LockSupport.parkNanos(20_000_000);
            }
            while (bugs.contains(HANGING) || bugs.contains(DAZED) && inProver()) {
                LockSupport.park();
            }
        }

        @Override
        public void stop(Node node) {
            greeted[node.index()] = 0;
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            if (!text.equals("greet")) {
                throw new IllegalArgumentException("'" + text + "' is no command of toy");
            }
            return new Words(client, node.endpoint(), text, () -> received(node));
        }

        @Override
        public NodeView view(Node node) {
            boolean greedy = Stream.of(GREEDY, FLAKY, STUBBORN, ODD_ONE_OUT).anyMatch(bugs::contains);
            return new View(greeted[node.index()], greedy);
        }

        @Override
        public void reset() {
            if (bugs.contains(EXHAUSTING) && ++resets == 100) {
                throw new OutOfMemoryError("no memory today");
            }
            java.util.Arrays.fill(greeted, 0);
        }

        @Override
        public void close() {
            reset();
        }
    }

    private static final class Words extends Message {
        private final String words;
        private final Runnable effect;

        Words(Endpoint from, Endpoint to, String words, Runnable effect) {
            super(from, to);
            this.words = words;
            this.effect = effect;
        }

        @Override
        protected Message copy() {
            return new Words(from(), to(), words, effect);
        }

        @Override
        protected void perform() {
            effect.run();
        }

        @Override
        protected String describe() {
            return words;
        }
    }

    /** For the catalogue. */
    static Supplier<TargetFactory> supplier() {
        return ToyTargets::new;
    }
}
