package dev.heddle.harness.world;

import dev.heddle.harness.disk.DiskPoint;
import dev.heddle.harness.disk.PowerLoss;
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
    private final NodeSet nodes;
    private final Endpoints endpoints = new Endpoints();
    private final Network network;
    private final Timers timers;
    private final List<Task> tasks = new ArrayList<>();
    private final List<Task> tasksToRead = Collections.unmodifiableList(tasks);
    private final FairEnd fairEnd;
    private final NodeRandom ownerless = new NodeRandom();
    private final History history = new History();
    private final ClientHistory clients = new ClientHistory();
    private final Incidents incidents = new Incidents();
    private TargetSystem system;
    private long seed;
    private long nowNanos;
    private long deliveries;
    private Endpoint running;
    private int acted;

    public World(WorldOptions options) {
        this.options = options;
        nodes = new NodeSet(options.nodes());
        timers = new Timers(options.timing() == Timing.ORDERED);
        network = new Network(options.network(), nodes.all().size());
        fairEnd = new FairEnd(nodes.all(), network, timers, tasks);
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
        nodes.wipe(endpoints, seed);
        nowNanos = EPOCH_NANOS;
        fairEnd.clear();
        deliveries = 0;
        running = null;
        acted = -1;
        incidents.clear();
    }

    /** Stops every node that is up, without a trace; what is left is ready for {@link #reset}. */
    public void stopAll() {
        for (Node node : nodes.all()) {
            if (node.up()) {
                crash(node);
            }
        }
        system.reset();
    }

    /** Makes an action happen and records it. */
    public void apply(Action action) {
        history.performed(action, !fairEnd.begun());
        acted = -1;
        incidents.nextStep(action);
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
        return nodes.all();
    }

    /** The number of nodes that are up. */
    public int upCount() {
        return nodes.upCount();
    }

    /** The i-th of the nodes that are up, or of those that are not. */
    public Node nodeThatIs(boolean up, int i) {
        return nodes.thatIs(up, i);
    }

    /** The number of channels that can deliver now. */
    public int channelCount() {
        return network.activeCount();
    }

    /** A channel that can deliver now, in an order that is the same in every run. */
    public Channel channel(int i) {
        return network.active(i);
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

    /** The fair end of the execution, once it has begun. */
    public FairEnd fairEnd() {
        return fairEnd;
    }

    /** True for a node that is up but whose top-level actor has stopped. */
    public boolean lifeless(Node node) {
        return node.up() && system.lifeless(node);
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
        return incidents.breach();
    }

    /** What happened so far. */
    public History history() {
        return history;
    }

    @Override
    public int size() {
        return nodes.all().size();
    }

    @Override
    public String name(int node) {
        return nodes.all().get(node).name();
    }

    @Override
    public NodeView view(int node) {
        Node n = nodes.all().get(node);
        return n.up() ? system.view(n) : null;
    }

    @Override
    public List<ClientEvent> clients() {
        return clients.events();
    }

    @Override
    public boolean calm() {
        return incidents.calm();
    }

    @Override
    public Failure failure() {
        return incidents.failure();
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
        nodes.up(node, seed);
        deliveries += node.incarnation() == 1 ? 1 : 0;
        network.refresh();
        begin(node.endpoint());
        system.start(node);
        running = null;
    }

    /** A node's incarnation ends. */
    public void crash(Node node) {
        nodes.down(node);
        bury(node);
    }

    /**
     * Hands something over whose handler ends in a crash of the node, if it comes to that point.
     *
     * @return true where it did; what it had sent by then is on its way
     */
    public boolean crashAt(DiskPoint point, Pending handedOver) {
        Node node = handedOver.receiver().node();
        node.disk().losePowerAt(point, () -> nodes.down(node));
        handedOver.applyTo(this);
        if (node.up()) {
            node.disk().keepPower();
            return false;
        }
        bury(node);
        return true;
    }

    /**
     * Hands something over into whose handler an exception is thrown as it is entered.
     *
     * @return true where one was; false where no code of the target's was to handle it
     */
    public boolean throwInto(Pending handedOver) {
        incidents.inject();
        handedOver.applyTo(this);
        return !incidents.withdraw();
    }

    /** A message that is under way becomes another one. */
    public void corrupt(Message message, Message other) {
        history.born(other);
        network.replace(message, other);
    }

    private void bury(Node node) {
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
        send(clients.invoked(client, node, text, system));
    }

    /** The network sends a message once more, whatever has become of its sender. */
    public void duplicate(Message message) {
        carry(clients.doubled(message));
    }

    private void handOver(Pending pending, Endpoint receiver) {
        deliveries++;
        begin(receiver);
        try {
            pending.perform();
        } catch (PowerLoss end) {
            // The node is mute already.
        }
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
        pending.serial = history.size();
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
    public void enters() {
        incidents.enters();
    }

    @Override
    public void failed(Failure uncaught) {
        if (uncaught.node() < 0 || nodes.all().get(uncaught.node()).up()) {
            incidents.failed(uncaught);
        }
    }

    @Override
    public void breach(RuleBreach broken) {
        incidents.breach(broken);
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
