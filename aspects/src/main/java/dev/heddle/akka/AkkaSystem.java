package dev.heddle.akka;

import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.ActorSystem;
import akka.actor.ActorSystemImpl;
import akka.actor.DeadLetter;
import akka.actor.InternalActorRef;
import akka.actor.Props;
import akka.dispatch.Envelope;
import com.typesafe.config.Config;
import dev.heddle.akka.jdk.Unwind;
import dev.heddle.api.Definition;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The actors under test, in an actor system of their own that runs on the engine's thread only. */
final class AkkaSystem implements TargetSystem {
    private static final String NAME = "heddle";

    private final Definition definition;
    private final Config config;
    private final ClassLoader loader;
    private final World world;
    private final Map<String, ActorPath> clients = new HashMap<>();
    private Population population;
    private Steering steering;
    private ActorSystemImpl system;

    AkkaSystem(Definition definition, Config config, ClassLoader loader, World world) {
        this.loader = loader;
        this.definition = definition;
        this.config = config;
        this.world = world;
        open();
    }

    private void open() {
        population = new Population(definition, world.port());
        steering = new Steering(world.port(), population);
        population.steering(steering);
        clients.clear();
        system = newSystem();
        steering.system(system);
        for (Node node : world.nodes()) {
            addSlot(node);
        }
    }

    private ActorSystemImpl newSystem() {
        String what = "the start of the actor system";
        try {
            return (ActorSystemImpl) steering.call(
                    () -> Hooks.call(what, () -> ActorSystem.create(NAME, config, loader)));
        } catch (Unwind refused) {
            RuleBreach breach = world.breach();
            throw HookError.wrong(what, "broke the harness's rules: " + (breach == null
                    ? refused.getMessage()
                    : breach.what() + "; " + breach.remedy()));
        }
    }

    private void addSlot(Node node) {
        ActorPath path = system.guardian().path().child(node.name());
        // The same uid in every run and for every incarnation: equality is by path and uid.
        NodeRef ref = new NodeRef(steering, system.provider(), path.withUid(node.index() + 1));
        NodeSlot slot = new NodeSlot(this, node, ref);
        ref.slot(slot);
        if (definition.views() != null) {
            slot.reader(Hooks.call("views of " + node.name(), () -> definition.views().apply(slot)));
        }
        population.add(slot);
    }

    @Override
    public void start(Node node) {
        NodeSlot slot = population.slot(node);
        slot.begin(world.port().random().nextLong());
        steering.runStep(() -> create(slot));
        steering.runStep(slot::booted);
    }

    private void create(NodeSlot slot) {
        Props props = Hooks.required("props of " + slot.name(), () -> definition.props().apply(slot));
        steering.naming().nextUid(slot.ref().path().uid());
        try {
            system.actorOf(props, slot.name());
        } finally {
            steering.naming().nextUid(0);
        }
    }

    @Override
    public void stop(Node node) {
        NodeSlot slot = population.slot(node);
        steering.stopStep(() -> {
            for (ActorRef adopted : population.adoptedBy(slot)) {
                ((InternalActorRef) adopted).stop();
            }
            slot.ref().stop();
        });
        slot.end();
    }

    @Override
    public Message command(Endpoint client, Node node, String text, int operation) {
        if (definition.commands() == null) {
            throw new IllegalArgumentException("this scenario takes no commands, so it cannot take \"" + text + "\"");
        }
        ActorPath path = clients.computeIfAbsent(client.name(), this::pathOfClient);
        ClientRef ref = new ClientRef(steering, system.provider(), path, client, operation);
        Envelope envelope = Envelope.apply(message(text, ref), ref, system);
        return new AkkaMessage.Command(client, population.slot(node), envelope, steering.texts(), text);
    }

    private Object message(String text, ActorRef client) {
        return Hooks.required("Commands.message(\"" + text + "\")", () -> definition.commands().message(text, client));
    }

    private ActorPath pathOfClient(String name) {
        return system.provider().rootPath().child(Population.CLIENTS.replace("/", "")).child(name);
    }

    @Override
    public String operation(String text) {
        return definition.commands() == null
                ? null
                : Hooks.call("Commands.operation(\"" + text + "\")", () -> definition.commands().operation(text));
    }

    @Override
    public NodeView view(Node node) {
        NodeSlot slot = population.slot(node);
        CellState top = slot.top();
        if (slot.reader() == null || top == null || top.cell.actor() == null) {
            return null;
        }
        return Hooks.call("the view of " + node.name(), () -> slot.reader().read(slot, top.cell.actor()));
    }

    @Override
    public Object memory(Node node) {
        NodeSlot slot = population.slot(node);
        CellState top = slot.top();
        if (definition.memory() == null || top == null || top.cell.actor() == null) {
            return null;
        }
        return Hooks.call("the memory of " + node.name(), () -> definition.memory().apply(top.cell.actor()));
    }

    @Override
    public boolean lifeless(Node node) {
        CellState top = population.slot(node).top();
        return top == null || top.cell.isTerminated();
    }

    @Override
    public void reset() {
        steering.stopStep(steering.questions()::abandon);
        for (Node node : world.nodes()) {
            population.slot(node).reset();
        }
        population.reset();
        steering.reset();
        if (system.guardian().underlying().getChildren().iterator().hasNext()) {
            // An actor could not be stopped: nothing less than a new system is as good as new.
            close();
            open();
        }
    }

    @Override
    public void close() {
        // Where a step was cut short, a node still counts as running; none has a say in this.
        steering.infrastructure().begin();
        steering.runStep(system::terminate);
        steering.infrastructure().end();
        if (!system.whenTerminated().isCompleted()) {
            throw new IllegalStateException("the actor system did not terminate");
        }
    }

    Steering steering() {
        return steering;
    }

    long executionSeed() {
        return world.seed();
    }

    List<String> nodeNames() {
        return definition.nodes();
    }

    NodeSlot slot(String name) {
        NodeSlot slot = population.slot(name);
        if (slot == null) {
            throw new IllegalArgumentException("there is no node " + name + " among " + definition.nodes());
        }
        return slot;
    }

    /** Nobody is there to take a message. */
    void deadLetter(Envelope envelope, ActorRef recipient) {
        system.deadLetters().tell(
                new DeadLetter(envelope.message(), envelope.sender(), recipient), envelope.sender());
    }
}
