package dev.heddle.harness.world;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;

/**
 * The state of one execution: nodes, network, timers, tasks, clock, and the record of what happened.
 *
 * <p>Strategies read it, {@link #apply} changes it, and the adapter of the system under test reports
 * to it through {@link Port}. One thread only; reused from one execution to the next by
 * {@link #reset}.
 */
public final class World implements Port, Cluster {
    /** The virtual time at which every execution begins: 2000-01-01T00:00:00Z, in nanoseconds. */
    public static final long EPOCH_NANOS = 946_684_800_000_000_000L;

    private static final int MAX_BIRTHS_PER_STEP = 100_000;

    private final WorldOptions options;
    private final List<Node> nodes;
    private final Endpoints endpoints = new Endpoints();
    private final Network network;
    private final Timers timers;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> tasksToRead = Collections.unmodifiableList(tasks);
    private final NodeRandom ownerless = new NodeRandom();
    private final History history = new History();
    private final ClientHistory clients = new ClientHistory();
    private TargetSystem system;
    private long seed;
    private long nowNanos;
    private int upCount;
    private long deliveries;
    private Endpoint running;
    private int acted;
    private Failure failure;
    private RuleBreach breach;

    public World(WorldOptions options) {
        this.options = options;
        List<Node> named = new ArrayList<>();
        for (String name : options.nodes()) {
            named.add(new Node(name, named.size()));
        }
        nodes = List.copyOf(named);
        timers = new Timers(options.timing() == Timing.ORDERED);
        network = new Network(options.network(), nodes.size());
        reset(0);
    }

    /** Connects the system under test; once, before the first execution. */
    public void connect(TargetSystem targetSystem) {
        system = targetSystem;
    }

    /** Begins an execution: no node is up, nothing is pending, the clock is at {@link #EPOCH_NANOS}. */
    public void reset(long newSeed) {
        seed = newSeed;
        endpoints.clear();
        network.clear();
        timers.clear();
        tasks.clear();
        history.clear();
        clients.clear();
        ownerless.reset(seed, -1, 0);
        for (Node node : nodes) {
            node.wipe(endpoints.add(node.name(), node), seed);
        }
        nowNanos = EPOCH_NANOS;
        upCount = 0;
        deliveries = 0;
        running = null;
        acted = -1;
        failure = null;
        breach = null;
    }

    /** Stops every node that is up, without a trace; what is left is ready for {@link #reset}. */
    public void stopAll() {
        for (Node node : nodes) {
            if (node.up()) {
                crash(node);
            }
        }
        system.reset();
    }

    /** Makes an action happen and records it. */
    public void apply(Action action) {
        history.performed(action);
        acted = -1;
        failure = null;
        action.applyTo(this);
    }

    // ---- what a strategy and an invariant read ----

    public WorldOptions options() {
        return options;
    }

    /** The source of the target's own draws in this execution. */
    public long seed() {
        return seed;
    }

    public List<Node> nodes() {
        return nodes;
    }

    /** The number of nodes that are up. */
    public int upCount() {
        return upCount;
    }

    /** The i-th of the nodes that are up, or of those that are not. */
    public Node nodeThatIs(boolean up, int i) {
        int left = i;
        for (Node node : nodes) {
            if (node.up() == up && left-- == 0) {
                return node;
            }
        }
        throw new IndexOutOfBoundsException(i);
    }

    /** The number of channels that can deliver now. */
    public int channelCount() {
        return network.activeCount();
    }

    /** A channel that can deliver now, in an order that is the same in every run. */
    public Channel channel(int i) {
        return network.active(i);
    }

    /** The number of messages that can be delivered now. */
    public int messageCount() {
        return network.messageCount();
    }

    /** A message that can be delivered now, in an order that is the same in every run. */
    public Message message(int i) {
        return network.message(i);
    }

    /** The number of timers that may fire now. */
    public int timerCount() {
        return timers.choices();
    }

    /** A timer that may fire now, in an order that is the same in every run. */
    public Timer timer(int i) {
        return timers.choice(i);
    }

    /** The tasks that may run now, in the order they were submitted. */
    public List<Task> tasks() {
        return tasksToRead;
    }

    /** What connects the nodes. */
    public Network network() {
        return network;
    }

    /** True where messages between nodes may be lost, doubled and reordered. */
    public boolean udp() {
        return options.network() == NetworkKind.UDP;
    }

    /** The number of messages, timers and tasks handed to actors so far, boots included. */
    public long deliveries() {
        return deliveries;
    }

    /** Index of the node that the last step ran, or -1. */
    public int acted() {
        return acted;
    }

    /** How the target broke the rules, or null. */
    public RuleBreach breach() {
        return breach;
    }

    /** What happened so far. */
    public History history() {
        return history;
    }

    @Override
    public int size() {
        return nodes.size();
    }

    @Override
    public String name(int node) {
        return nodes.get(node).name();
    }

    @Override
    public NodeView view(int node) {
        Node n = nodes.get(node);
        return n.up() ? system.view(n) : null;
    }

    @Override
    public List<ClientEvent> clients() {
        return clients.events();
    }

    @Override
    public Failure failure() {
        return failure;
    }

    /** The node of a name, or null. */
    public Node node(String name) {
        return endpoints.node(name);
    }

    /** The channel between two endpoints by their names, or null where none was used so far. */
    public Channel channel(String from, String to) {
        return endpoints.channel(from, to);
    }

    /** The timers of an endpoint, by its name, that may fire now. */
    public List<Timer> timersOf(String owner) {
        return timers.choicesOf(owner);
    }

    /** The client of a name, known from now on. */
    public Endpoint client(String name) {
        return endpoints.getOrAdd(name, null);
    }

    // ---- what actions do ----

    /** A node boots or recovers. */
    public void start(Node node) {
        node.up(seed);
        upCount++;
        deliveries += node.incarnation() == 1 ? 1 : 0;
        network.refresh();
        begin(node.endpoint());
        system.start(node);
        running = null;
    }

    /** A node's incarnation ends. */
    public void crash(Node node) {
        node.down();
        upCount--;
        acted = node.index();
        timers.removeAll(node);
        tasks.removeIf(t -> t.owner().node() == node);
        network.crashed(node);
        system.stop(node);
        node.handle(null);
    }

    void deliver(Message message) {
        network.remove(message);
        handOver(message, message.to());
    }

    void fire(Timer timer) {
        timers.remove(timer);
        nowNanos = Math.max(nowNanos, timer.deadlineNanos());
        handOver(timer, timer.owner());
    }

    void run(Task task) {
        tasks.remove(task);
        handOver(task, task.owner());
    }

    /** A client sends a command. */
    public void command(Endpoint client, Node node, String text) {
        int operation = clients.invoked(client, node, text, system.operation(text));
        Message message = system.command(client, node, text, operation);
        message.operation = operation;
        send(message);
    }

    /** The network sends a message once more, whatever has become of its sender. */
    public void duplicate(Message message) {
        Message copy = message.copy();
        copy.operation = message.operation;
        clients.doubled(copy);
        carry(copy);
    }

    private void handOver(Pending pending, Endpoint receiver) {
        deliveries++;
        begin(receiver);
        pending.perform();
        running = null;
    }

    private void begin(Endpoint receiver) {
        running = receiver;
        acted = receiver.node().index();
    }

    // ---- what the adapter reports ----

    @Override
    public Endpoint endpoint(Node node, String name) {
        return endpoints.getOrAdd(name, node);
    }

    @Override
    public void send(Message message) {
        Node sender = message.from().node();
        if (sender != null && !sender.up() && !message.lossless()) {
            return;
        }
        carry(message);
    }

    private void carry(Message message) {
        born(message);
        network.add(message);
    }

    @Override
    public void arm(Timer timer) {
        Endpoint owner = timer.owner();
        if (!owner.node().up()) {
            return;
        }
        timer.join(owner.timers);
        timer.serial = history.size();
        born(timer);
        timers.add(timer);
    }

    @Override
    public boolean cancel(Timer timer) {
        if (!timer.armed()) {
            return false;
        }
        timers.remove(timer);
        return true;
    }

    @Override
    public void submit(Task task) {
        Endpoint owner = task.owner();
        if (!owner.node().up()) {
            return;
        }
        task.join(owner.tasks);
        born(task);
        tasks.add(task);
    }

    private void born(Pending pending) {
        if (history.bornInStep() == MAX_BIRTHS_PER_STEP) {
            RuleBreach endless = RuleBreach.endless(pending.text(), MAX_BIRTHS_PER_STEP);
            breach(endless);
            throw new IllegalStateException(endless.what());
        }
        history.born(pending);
    }

    @Override
    public void respond(Response response) {
        Node node = response.from().node();
        if (node == null || node.up()) {
            history.responded(response);
            clients.answered(response);
        }
    }

    @Override
    public void failed(Failure uncaught) {
        if (failure == null && !(uncaught.node() >= 0 && !nodes.get(uncaught.node()).up())) {
            failure = uncaught;
        }
    }

    @Override
    public void breach(RuleBreach broken) {
        if (breach == null) {
            breach = broken;
        }
    }

    @Override
    public void countDelivery() {
        deliveries++;
    }

    @Override
    public Endpoint running() {
        return running;
    }

    @Override
    public long nowNanos() {
        return nowNanos;
    }

    @Override
    public NodeRandom random() {
        return running == null || running.node() == null ? ownerless : running.node().random();
    }
}
