package dev.heddle.debugger;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;

/**
 * Three nodes that count: a node's timer {@code tick} makes it send its count and one to the next node, which takes
 * it over and, where it is even, has a task {@code note} count it. A count of the limit breaks the invariant.
 *
 * @param mark ends the text of each message, for a target that is not the same twice
 */
public record Counters(long limit, Supplier<String> mark) implements Target {
    private static final long TICK_NANOS = 50_000_000L;

    /** One with this limit, the same in every execution. */
    public static Counters upTo(long limit) {
        return new Counters(limit, () -> "");
    }

    /** A node's own state. */
    private static final class State implements NodeView {
        private long count;
        private long notes;

        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("count", count);
            field.accept("notes", notes);
        }
    }

    private final class Count extends Message {
        private final World world;
        private final long value;
        private final String mark;

        Count(Endpoint from, Endpoint to, World world, long value, String mark) {
            super(from, to);
            this.world = world;
            this.value = value;
            this.mark = mark;
        }

        @Override
        protected Message copy() {
            return new Count(from(), to(), world, value, mark);
        }

        @Override
        protected List<? extends Message> variants() {
            return List.of(
                    new Count(from(), to(), world, value + 1, mark), new Count(from(), to(), world, value + 2, mark));
        }

        @Override
        protected String describe() {
            return "Count{" + value + "}" + mark;
        }

        @Override
        protected void perform() {
            State state = (State) to().node().handle();
            state.count = value;
            if (value % 2 == 0) {
                world.port().submit(new Task(to()) {
                    @Override
                    protected String describe() {
                        return "note";
                    }

                    @Override
                    protected void perform() {
                        state.notes++;
                    }
                });
            }
        }
    }

    @Override
    public List<String> nodes() {
        return List.of("n1", "n2", "n3");
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(new Invariant() {
            @Override
            public String id() {
                return "below";
            }

            @Override
            public Monitor newMonitor() {
                return (cluster, acted) -> broken(cluster, acted);
            }
        });
    }

    private Violation broken(Cluster cluster, int acted) {
        State state = acted < 0 ? null : (State) cluster.view(acted);
        return state == null || state.count < limit
                ? null
                : Violation.of("below", List.of(cluster.name(acted)), "a count of " + state.count);
    }

    @Override
    public Workload workload() {
        return new Workload() {
            @Override
            public String next(int count, Rng rng) {
                return Integer.toString(count);
            }
        };
    }

    @Override
    public Set<FaultKind> faults() {
        return Faults.of(NetworkKind.FIFO);
    }

    @Override
    public TargetSystem open(World world) {
        return new Nodes(world);
    }

    private final class Nodes implements TargetSystem {
        private final World world;

        Nodes(World world) {
            this.world = world;
        }

        @Override
        public void start(Node node) {
            node.handle(new State());
            arm(node);
        }

        private void arm(Node node) {
            world.port().arm(new Timer(node.endpoint(), world.port().nowNanos() + TICK_NANOS) {
                @Override
                protected String describe() {
                    return "tick";
                }

                @Override
                protected void perform() {
                    Node next = world.nodes().get((node.index() + 1) % world.size());
                    long value = ((State) node.handle()).count + 1;
                    world.port().send(new Count(node.endpoint(), next.endpoint(), world, value, mark.get()));
                    arm(node);
                }
            });
        }

        @Override
        public void stop(Node node) {
            // Nothing but its handle is left of it.
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            if (!text.matches("[0-9]{1,9}")) {
                throw new IllegalArgumentException("'" + text + "' is no count");
            }
            return new Count(client, node.endpoint(), world, Long.parseLong(text), "");
        }

        @Override
        public NodeView view(Node node) {
            return (State) node.handle();
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
}
