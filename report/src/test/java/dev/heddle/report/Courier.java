package dev.heddle.report;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;
import java.util.stream.Stream;

/**
 * Nodes that pass things on: what a client brings goes to the next node as {@code Parcel{…}}, and the client is
 * told so. A node that starts sets an alarm, and one that has three parcels breaks the invariant {@code load}.
 */
public record Courier(List<String> nodes) implements Target {
    /** Nodes {@code n1}, {@code n2}, … */
    public static Courier of(int nodes) {
        return new Courier(IntStream.rangeClosed(1, nodes).mapToObj(i -> "n" + i).toList());
    }

    /** What following these lines leniently comes to, as a diagram. */
    public SpaceTime followed(NetworkKind network, String... lines) {
        return followed(network, Stream.of(lines).toList());
    }

    /** What following these lines leniently comes to, as a diagram. */
    public SpaceTime followed(NetworkKind network, List<String> lines) {
        Schedule schedule = new Schedule(
                Header.of("courier", nodes.size(), 7).withNetwork(network),
                lines.stream().<Event>map(Faults.VOCABULARY::parse).toList());
        SpaceTimeRecorder recorder = new SpaceTimeRecorder();
        try (Replayer replayer = new Replayer(this, invariants(), schedule.header())) {
            Outcome outcome = replayer.lenient(schedule, recorder).outcome();
            return recorder.recorded(schedule, outcome instanceof Outcome.Violated v ? v.violation() : null);
        }
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(new Load());
    }

    private record Load() implements Invariant {
        @Override
        public String id() {
            return "load";
        }

        @Override
        public dev.heddle.harness.invariant.Monitor newMonitor() {
            return (cluster, acted) -> acted < 0 || !(cluster.view(acted) instanceof View view) || view.parcels() < 3
                    ? null
                    : Violation.of("load", List.of(cluster.name(acted)), cluster.name(acted) + " has three parcels");
        }
    }

    private record View(int parcels, String last) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("parcels", parcels);
            field.accept("last", last);
        }
    }

    private static final class Desk {
        private int parcels;
        private String last = "none";
    }

    @Override
    public TargetSystem open(World world) {
        return new Office(world);
    }

    private record Office(World world) implements TargetSystem {
        @Override
        public void start(Node node) {
            node.handle(new Desk());
            world.port().arm(new Alarm(node.endpoint(), world));
        }

        @Override
        public void stop(Node node) {
            // Nothing but its handle is left of it.
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            return new Text(client, node.endpoint(), text, world);
        }

        @Override
        public NodeView view(Node node) {
            Desk desk = (Desk) node.handle();
            return new View(desk.parcels, desk.last);
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

    private static final class Text extends Message {
        private final String text;
        private final World world;

        Text(Endpoint from, Endpoint to, String text, World world) {
            super(from, to);
            this.text = text;
            this.world = world;
        }

        @Override
        protected Message copy() {
            return new Text(from(), to(), text, world);
        }

        @Override
        protected List<Message> variants() {
            return List.of(new Text(from(), to(), "Parcel{rubbish}", world));
        }

        @Override
        protected String describe() {
            return text;
        }

        @Override
        protected void perform() {
            Node node = to().node();
            if (text.equals("burst")) {
                world.port().failed(new Failure(node.index(), node.name(), new IllegalStateException("burst")));
            } else if (from().node() == null) {
                Node next = world.nodes().get((node.index() + 1) % world.size());
                world.port().send(new Text(to(), next.endpoint(), "Parcel{" + text + "}", world));
                world.port().respond(new Response(to(), from(), operation(), "passed on"));
            } else {
                Desk desk = (Desk) node.handle();
                desk.parcels++;
                desk.last = text;
            }
        }
    }

    private static final class Alarm extends Timer {
        private final World world;

        Alarm(Endpoint owner, World world) {
            super(owner, world.nowNanos() + 1_000_000);
            this.world = world;
        }

        @Override
        protected void perform() {
            try {
                world.port().enters();
            } catch (RuntimeException e) {
                world.port().failed(new Failure(owner().node().index(), owner().name(), e));
            }
        }

        @Override
        protected String describe() {
            return "Alarm";
        }
    }
}
