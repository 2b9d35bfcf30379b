package dev.heddle.harness.toy;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.PartitionFault;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import dev.heddle.harness.world.WorldOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;

/** A world of nodes n1, n2, … without any behaviour, and a log of what reached them. */
public final class Bench {
    public final World world;
    public final List<String> log = new ArrayList<>();
    /** What a node does when it is stopped. */
    public Consumer<Node> onStop = node -> {};
    /** What a node shows of its state. */
    public Function<Node, NodeView> view = node -> null;

    public Bench(int nodes, NetworkKind network, Timing timing) {
        List<String> names = new ArrayList<>();
        for (int i = 1; i <= nodes; i++) {
            names.add("n" + i);
        }
        world = new World(new WorldOptions(names, network, timing, Duration.ofMillis(500)));
        world.connect(new Idle());
    }

    /** One with every node up. */
    public static Bench up(int nodes, NetworkKind network) {
        Bench bench = new Bench(nodes, network, Timing.ASYNCHRONOUS);
        bench.boot();
        return bench;
    }

    public void boot() {
        world.nodes().forEach(node -> world.apply(new Boot(node.name())));
        log.clear();
    }

    public Node node(String name) {
        return world.node(name);
    }

    /** An endpoint by its name: a node, a child such as {@code n1/log}, or a client. */
    public Endpoint at(String name) {
        int slash = name.indexOf('/');
        Node node = world.node(slash < 0 ? name : name.substring(0, slash));
        return node == null ? world.client(name) : world.port().endpoint(node, name);
    }

    public Letter send(String from, String to, String text) {
        Letter letter = new Letter(at(from), at(to), text, l -> log.add(l.toString()));
        world.port().send(letter);
        return letter;
    }

    /** Sends a letter that is handled in some way. */
    public Letter send(String from, String to, String text, Runnable handler) {
        Letter letter = new Letter(at(from), at(to), text, l -> {
            world.port().enters();
            handler.run();
        });
        world.port().send(letter);
        return letter;
    }

    /** Makes happen what a line says; false where that is not possible. */
    public boolean follow(String line) {
        Action action = Match.EXACT.find(Faults.VOCABULARY.parse(line), world);
        if (action != null) {
            world.apply(action);
        }
        return action != null;
    }

    /** The last event, as its line. */
    public String last() {
        List<Event> events = world.history().events();
        return events.get(events.size() - 1).line();
    }

    public Letter sendLossless(String from, String to, String text) {
        Letter letter = Letter.lossless(at(from), at(to), text, l -> log.add(l.toString()));
        world.port().send(letter);
        return letter;
    }

    public Alarm arm(String owner, String name, long dueNanos) {
        Alarm alarm = new Alarm(at(owner), dueNanos, name, () -> log.add(owner + " " + name));
        world.port().arm(alarm);
        return alarm;
    }

    public Job submit(String owner, String name) {
        Job job = new Job(at(owner), name, () -> log.add(owner + " " + name));
        world.port().submit(job);
        return job;
    }

    public void apply(Action action) {
        world.apply(action);
    }

    /** The network loses a message. */
    public void drop(Message message) {
        world.apply(Match.EXACT.find(new Drop(message.envelope()), world));
    }

    /** The network sends a message once more. */
    public void duplicate(Message message) {
        world.apply(Match.EXACT.find(new Duplicate(message.envelope()), world));
    }

    public void crash(String node) {
        world.apply(new Crash(node));
    }

    public void recover(String node) {
        world.apply(new Recover(node));
    }

    public void cut(String from, String to) {
        world.apply(new PartitionFault.Cut(from, to));
    }

    public void heal(String from, String to) {
        world.apply(new PartitionFault.Heal(from, to));
    }

    /** What could be delivered now, as lines, channel by channel. */
    public List<String> deliverable() {
        List<String> lines = new ArrayList<>();
        for (int c = 0; c < world.channelCount(); c++) {
            Channel channel = world.channel(c);
            for (int i = 0; i < channel.choices(); i++) {
                lines.add(channel.get(i).toString());
            }
        }
        return lines;
    }

    /** Delivers what can be delivered, the first choice each time, until there is nothing left. */
    public void deliverAll() {
        while (world.channelCount() > 0) {
            world.apply(world.channel(0).get(0));
        }
    }

    private final class Idle implements TargetSystem {
        @Override
        public void start(Node node) {
            log.add("start " + node + " " + node.incarnation());
        }

        @Override
        public void stop(Node node) {
            log.add("stop " + node);
            onStop.accept(node);
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            return new Letter(client, node.endpoint(), text, l -> log.add(l.toString()));
        }

        @Override
        public NodeView view(Node node) {
            return view.apply(node);
        }

        @Override
        public void reset() {
            log.add("reset");
        }

        @Override
        public void close() {
            log.add("close");
        }
    }
}
