package dev.heddle.minimizer.engine;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.stream.IntStream;

/**
 * Nodes that add up: a command {@code add 3} makes its receiver send {@code Sum{…}} with its own new sum to
 * the next node, which adds that and sends nothing. No node may reach the limit. {@code write} and {@code sync} are for
 * its disk, {@code ask} for an answer, {@code tell} makes it send how much an {@code add 1} would be. {@code wait}
 * breaks the harness's rules.
 */
public record Relay(List<String> nodes, long limit, int factor, String unit, List<String> commands) implements Target {

    /** One of so many nodes that is broken by a sum of the limit. */
    public static Relay of(int nodes, long limit) {
        if (nodes < 2) {
            throw new IllegalArgumentException("a relay has two nodes at least");
        }
        return new Relay(IntStream.rangeClosed(1, nodes).mapToObj(i -> "n" + i).toList(), limit, 1, "", List.of());
    }

    /** The same, where commands count twice. */
    public static Relay thatDoubles(int nodes, long limit) {
        return new Relay(of(nodes, limit).nodes(), limit, 2, "", List.of());
    }

    /** The same, where views write sums with a unit. */
    public Relay withUnit(String text) {
        return new Relay(nodes, limit, factor, text, commands);
    }

    /** The same, to which clients send these by themselves. */
    public Relay withCommands(List<String> texts) {
        return new Relay(nodes, limit, factor, unit, texts);
    }

    @Override
    public Workload workload() {
        return commands.isEmpty() ? Workload.NONE : (count, rng) -> commands.get(rng.nextInt(commands.size()));
    }

    @Override
    public int clients() {
        return commands.isEmpty() ? 0 : 1;
    }

    private static final class Text extends Message {
        private final String text;
        private final World world;
        private final int factor;

        Text(Endpoint from, Endpoint to, String text, World world, int factor) {
            super(from, to);
            this.text = text;
            this.world = world;
            this.factor = factor;
        }

        @Override
        protected Message copy() {
            return new Text(from(), to(), text, world, factor);
        }

        @Override
        protected String describe() {
            return text;
        }

        @Override
        protected void perform() {
            Node node = to().node();
            if (text.startsWith("write")) {
                node.disk().write(text);
            } else if (text.startsWith("sync")) {
                node.disk().sync();
            } else if (text.startsWith("ask")) {
                world.port().respond(new Response(to(), from(), Response.NO_OPERATION, "sum of " + factor));
            } else if (text.startsWith("wait")) {
                world.port().breach(new RuleBreach(node.name() + " waited", "do not", new Throwable("here")));
            } else if (text.startsWith("tell")) {
                send("Sum{" + factor + "}");
            } else {
                add(node);
            }
        }

        private void send(String sum) {
            Node next = world.nodes().get((to().node().index() + 1) % world.size());
            world.port().send(new Text(to(), next.endpoint(), sum, world, factor));
        }

        private void add(Node node) {
            long amount = Long.parseLong(text.replaceAll("\\D", ""));
            long[] sum = (long[]) node.handle();
            sum[0] += text.startsWith("add") ? amount * factor : amount;
            if (text.startsWith("add")) {
                send("Sum{" + sum[0] + "}");
            }
        }
    }

    private record View(long sum, String unit) implements NodeView {
        @Override
        public void fields(java.util.function.BiConsumer<String, Object> field) {
            field.accept("sum", unit.isEmpty() ? sum : sum + unit);
        }
    }

    @Override
    public List<Invariant> invariants() {
        long most = limit;
        return List.of(new Invariant() {
            @Override
            public String id() {
                return "limit";
            }

            @Override
            public Monitor newMonitor() {
                return (cluster, acted) -> check(cluster, acted, most);
            }
        });
    }

    private static Violation check(Cluster cluster, int acted, long limit) {
        if (limit < 0) {
            throw new AssertionError("no sum can keep to " + limit);
        }
        View view = acted < 0 ? null : (View) cluster.view(acted);
        return view == null || view.sum() < limit
                ? null
                : Violation.of("limit", List.of(cluster.name(acted)), "a sum of " + view.sum());
    }

    @Override
    public TargetSystem open(World world) {
        return new TargetSystem() {
            @Override
            public void start(Node node) {
                node.handle(new long[1]);
            }

            @Override
            public void stop(Node node) {
                // Nothing but its handle is left of it.
            }

            @Override
            public Message command(Endpoint client, Node node, String text, int number) {
                return new Text(client, node.endpoint(), text, world, factor);
            }

            @Override
            public NodeView view(Node node) {
                return new View(((long[]) node.handle())[0], unit);
            }

            @Override
            public void reset() {
                // All state is in the nodes.
            }

            @Override
            public void close() {
                // Nothing is held.
            }
        };
    }
}
