package dev.heddle.minimizer.prove;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A system whose nodes do what a table drawn from a seed says: on a message, a timer or a command they change
 * their phase, answer, tell all others, or arm their timer. In one phase a node wears a crown, and no two
 * nodes may ever have worn one at the same count of timers.
 *
 * @param alike true where all nodes go by the same table
 * @param told what the nodes' memory is said to be
 */
record Toy(long seed, int size, boolean alike, Told told) implements Target {
    enum Told { NOTHING, ALL, TOO_LITTLE }

    private static final int PHASES = 3;
    private static final int KINDS = 3;
    private static final String COUNTS = "crowns";

    /** All that a node knows. */
    private static final class State {
        int phase;
        int count;
        boolean armed;
    }

    private record View(int phase, int count) implements NodeView {
        boolean crowned() {
            return phase == PHASES - 1;
        }

        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("phase", phase);
        }
    }

    static final class Crowns implements PairwiseMonitor {
        private final Map<Integer, Integer> wearers = new TreeMap<>();

        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            View view = acted < 0 ? null : (View) cluster.view(acted);
            if (view == null || !view.crowned()) {
                return null;
            }
            Integer first = wearers.putIfAbsent(view.count, acted);
            return first == null || first == acted
                    ? null
                    : Violation.of(COUNTS, List.of(cluster.name(first), cluster.name(acted)), "at " + view.count);
        }

        @Override
        public Object memory() {
            return Map.copyOf(wearers);
        }

        @Override
        public boolean takesTwo() {
            return true;
        }
    }

    @Override
    public List<String> nodes() {
        return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(new Invariant() {
            @Override
            public String id() {
                return COUNTS;
            }

            @Override
            public Crowns newMonitor() {
                return new Crowns();
            }
        });
    }

    @Override
    public boolean interchangeableNodes() {
        return alike;
    }

    @Override
    public TargetSystem open(World world) {
        return new Machine(world);
    }

    private final class Machine implements TargetSystem {
        private final World world;

        Machine(World world) {
            this.world = world;
        }

        private long drawn(Node node, int phase, int kind) {
            return Mix64.mix(Mix64.mix(seed, alike ? 0 : node.index()), 10 * phase + kind) >>> 8;
        }

        /** Kinds from 0 on are those of messages; then come the command and the timer. */
        private void handle(Node node, int kind, Endpoint sender) {
            State state = (State) node.handle();
            state.count += kind > KINDS ? 1 : 0;
            state.armed &= kind <= KINDS;
            long draw = drawn(node, state.phase, kind);
            state.phase = draw % 4 == 0 ? 0 : Math.min(PHASES - 1, state.phase + 1);
            int said = (int) (draw / 4 % KINDS);
            switch ((int) (draw / 12 % 4)) {
                case 0 -> arm(node, state);
                case 1 -> tell(node, sender == null || sender.node() == null ? node.endpoint() : sender, said);
                case 2 -> world.nodes().stream().filter(n -> n != node).forEach(n -> tell(node, n.endpoint(), said));
                default -> { }
            }
        }

        private void tell(Node from, Endpoint to, int kind) {
            world.port().send(new Word(from.endpoint(), to, kind, this));
        }

        private void arm(Node node, State state) {
            if (!state.armed) {
                state.armed = true;
                world.port().arm(new Tick(node.endpoint(), this));
            }
        }

        @Override
        public void start(Node node) {
            State state = new State();
            node.handle(state);
            arm(node, state);
        }

        @Override
        public void stop(Node node) {
            // Nothing but its handle is left of it.
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            return new Word(client, node.endpoint(), KINDS, this);
        }

        @Override
        public NodeView view(Node node) {
            State state = (State) node.handle();
            return new View(state.phase, state.count);
        }

        @Override
        public Object memory(Node node) {
            State state = (State) node.handle();
            return switch (told) {
                case NOTHING -> null;
                case ALL -> List.of(state.phase, state.count, state.armed);
                case TOO_LITTLE -> List.of(state.count);
            };
        }

        @Override
        public void reset() {
            // All state is in the nodes.
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static final class Word extends Message {
        private final int kind;
        private final Machine machine;

        Word(Endpoint from, Endpoint to, int kind, Machine machine) {
            super(from, to);
            this.kind = kind;
            this.machine = machine;
        }

        @Override
        protected Message copy() {
            return new Word(from(), to(), kind, machine);
        }

        @Override
        protected String describe() {
            return kind == KINDS ? "go" : "m" + kind;
        }

        @Override
        protected void perform() {
            machine.handle(to().node(), kind, from());
        }
    }

    private static final class Tick extends Timer {
        private final Machine machine;

        Tick(Endpoint owner, Machine machine) {
            super(owner, 1);
            this.machine = machine;
        }

        @Override
        protected String describe() {
            return "tick";
        }

        @Override
        protected void perform() {
            machine.handle(owner().node(), KINDS + 1, null);
        }
    }
}
