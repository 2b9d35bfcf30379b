package dev.heddle.harness.world;

import dev.heddle.harness.disk.DiskPoint;
import dev.heddle.harness.disk.PowerLoss;
import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import java.util.List;

/**
 * The state of one execution: nodes, network, timers, tasks, clock, and the record of what happened.
 *
 * <p>Strategies read it, {@link #apply} changes it, and the adapter of the system under test reports
 * to its {@link #port}. One thread only; reused from one execution to the next by {@link #reset}.
 */
public final class World implements Cluster {
    /** The virtual time at which every execution begins: 2000-01-01T00:00:00Z, in nanoseconds. */
    public static final long EPOCH_NANOS = 946_684_800_000_000_000L;

    private final WorldOptions options;
    private final NodeSet nodes;
    private final Endpoints endpoints = new Endpoints();
    private final History history = new History();
    private final ClientHistory clients = new ClientHistory(history);
    private final Incidents incidents;
    private final Turn turn = new Turn();
    private final Network network;
    private final Timers timers;
    private final Agenda agenda;
    private final FairEnd fairEnd;
    private final Port port;
    private TargetSystem system;
    private long seed;
    /** The node that was looked at last since the last step or -1, and what it showed. */
    private int viewed;
    private NodeView view;

    public World(WorldOptions options) {
        this.options = options;
        nodes = new NodeSet(options.nodes());
        incidents = new Incidents(nodes);
        timers = new Timers(options.timing() == Timing.ORDERED);
        network = new Network(options.network(), nodes.all().size());
        agenda = new Agenda(network, timers, history, incidents);
        fairEnd = new FairEnd(nodes.all(), agenda);
        port = new Reports(endpoints, agenda, clients, incidents, turn);
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
        agenda.clear();
        history.clear();
        clients.clear();
        nodes.wipe(endpoints, seed);
        fairEnd.clear();
        turn.reset(seed);
        incidents.clear();
        viewed = -1;
    }

    /** Stops every node that is up, without a trace; what is left is ready for {@link #reset}. */
    public void stopAll() {
        for (Node node : nodes.all()) {
            if (node.up()) {
                crash(node);
            }
        }
        viewed = -1;
        system.reset();
    }

    /** Makes an action happen and records it. */
    public void apply(Action action) {
        history.performed(action, !fairEnd.begun());
        turn.nextStep();
        incidents.nextStep(action);
        action.applyTo(this);
        viewed = -1;
    }

    /** What the adapter of the system under test reports to. */
    public Port port() {
        return port;
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

    /** Every armed timer, whether or not it may fire now. */
    public List<Timer> armed() {
        return timers.all();
    }

    /** The tasks that may run now, in the order they were submitted. */
    public List<Task> tasks() {
        return agenda.tasks();
    }

    /** The fair end of the execution, once it has begun. */
    public FairEnd fairEnd() {
        return fairEnd;
    }

    /** True for a node that is up but whose top-level actor has stopped. */
    public boolean lifeless(Node node) {
        return node.up() && system.lifeless(node);
    }

    /** What a node that is up has in its memory, as {@link TargetSystem#memory} tells it; or null. */
    public Object memory(Node node) {
        return system.memory(node);
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
        return turn.deliveries();
    }

    @Override
    public long nowNanos() {
        return turn.nowNanos();
    }

    /** Index of the node that the last step ran, or -1. */
    public int acted() {
        return turn.acted();
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
        // Every invariant asks for the same one.
        if (node != viewed) {
            Node n = nodes.all().get(node);
            view = n.up() ? system.view(n) : null;
            viewed = node;
        }
        return view;
    }

    @Override
    public List<ClientEvent> clients() {
        return clients.events();
    }

    @Override
    public boolean connected(int from, int to) {
        return !network.isCut(nodes.all().get(from), nodes.all().get(to));
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

    /** The clock goes on, while nothing happens. */
    public void pass(long nanos) {
        turn.advanceTo(turn.nowNanos() + nanos);
    }

    /** A node boots or recovers. */
    public void start(Node node) {
        nodes.up(node, seed);
        if (node.incarnation() == 1) {
            turn.countDelivery();
        }
        network.refresh();
        turn.begin(node.endpoint());
        system.start(node);
        turn.end();
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

    /**
     * Hands a message over once more that an earlier execution of the same system sent to a node; in this one it
     * is not under way.
     */
    public void handOverAgain(Message message) {
        handOver(message, message.to().node().endpoint());
    }

    /** A message that is under way becomes another one. */
    public void corrupt(Message message, Message other) {
        agenda.replace(message, other);
    }

    private void bury(Node node) {
        turn.acted(node);
        agenda.crashed(node);
        system.stop(node);
        node.handle(null);
    }

    void deliver(Message message) {
        network.remove(message);
        handOver(message, message.to());
    }

    void fire(Timer timer) {
        timers.remove(timer);
        turn.advanceTo(timer.deadlineNanos());
        handOver(timer, timer.owner());
    }

    void run(Task task) {
        agenda.remove(task);
        handOver(task, task.owner());
    }

    /** A client sends a command. */
    public void command(Endpoint client, Node node, String text) {
        if (!node.up()) {
            incidents.lost();
        }
        agenda.add(clients.invoked(client, node, text, system));
    }

    /** The network sends a message once more, whatever has become of its sender. */
    public void duplicate(Message message) {
        agenda.add(clients.doubled(message));
    }

    private void handOver(Pending pending, Endpoint receiver) {
        turn.countDelivery();
        turn.begin(receiver);
        try {
            pending.perform();
        } catch (PowerLoss end) {
            // The node is mute already.
        }
        turn.end();
    }
}
