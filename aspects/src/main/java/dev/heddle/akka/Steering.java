package dev.heddle.akka;

import akka.actor.ActorCell;
import akka.actor.ActorRef;
import akka.actor.ActorRefWithCell;
import akka.actor.ActorSystem;
import akka.actor.Terminated;
import akka.dispatch.Envelope;
import akka.dispatch.Mailbox;
import akka.dispatch.TaskInvocation;
import akka.dispatch.sysmsg.SystemMessage;
import akka.dispatch.sysmsg.Unwatch;
import akka.dispatch.sysmsg.Watch;
import dev.heddle.akka.jdk.Controller;
import dev.heddle.akka.jdk.Current;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.RuleBreach;
import java.util.function.Supplier;

/**
 * The hands on one actor system: what its dispatchers would have done on threads of their own
 * happens here, on the engine's thread, one step at a time.
 *
 * <p>Messages to actors of a node become the engine's; what Akka tells itself (system messages, its
 * guardians) runs at once, in order and never nested, from one queue.
 */
public final class Steering {
    private final Port port;
    private final Population population;
    private final Texts texts;
    private final RunQueue queue = new RunQueue(this);
    private final Controller jdk = new JdkCalls(this, queue);
    private final Thread thread = Thread.currentThread();
    private final Current current = Current.ofThread();
    private final Infrastructure infrastructure = new Infrastructure();
    private final Naming naming = new Naming(this);
    private final Questions questions = new Questions(this);
    private final ForeignThreads foreign;
    private final VirtualScheduler scheduler = new VirtualScheduler(this);
    private ActorSystem system;
    private CellState running;
    private boolean handedOver;
    private Node direct;
    private boolean stopping;
    private int epoch;

    Steering(Port port, Population population) {
        this.port = port;
        this.population = population;
        texts = new Texts(population);
        foreign = new ForeignThreads(thread);
    }

    // ---- steps: each is begun by the engine and over when it returns ----

    /** Hands a message to an actor and runs until nothing of Akka's own is left to do. */
    void deliver(ActorCell cell, Envelope envelope) {
        Controller outside = current.get();
        current.set(jdk);
        handedOver = true;
        try {
            Mailbox mailbox = cell.mailbox();
            mailbox.enqueue(cell.self(), envelope);
            if (mailbox.canBeScheduledForExecution(true, false) && mailbox.setAsScheduled()) {
                queue.run(mailbox);
            }
            queue.drain();
        } finally {
            finish(outside);
        }
    }

    /** Runs something as one step. */
    void runStep(Runnable body) {
        Controller outside = current.get();
        current.set(jdk);
        try {
            queue.run(body);
            queue.drain();
        } finally {
            finish(outside);
        }
    }

    /** Makes an actor system, which waits for its own actors while it starts. */
    <T> T call(Supplier<T> body) {
        Controller outside = current.get();
        current.set(jdk);
        try {
            T result = body.get();
            queue.drain();
            return result;
        } finally {
            finish(outside);
        }
    }

    /** Runs a timer's body; the first message that it sends within the node is handed over in the same step. */
    void fire(Node node, Runnable body) {
        direct = node;
        try {
            runStep(body);
        } finally {
            direct = null;
        }
    }

    /** Runs the end of a node, which has no say in anything any more. */
    void stopStep(Runnable body) {
        stopping = true;
        try {
            runStep(body);
        } finally {
            stopping = false;
        }
    }

    private void finish(Controller outside) {
        current.set(outside);
        handedOver = false;
        foreign.report(port);
    }

    // ---- what dispatchers tell ----

    /** Whether a message is the engine's; otherwise Akka goes on with it. */
    boolean takes(ActorCell cell, Envelope envelope) {
        if (isForeign()) {
            foreign.caught("sent " + envelope.message().getClass().getName() + " to " + cell.self().path());
            return true;
        }
        CellState receiver = state(cell);
        if (receiver.slot == null) {
            return false;
        }
        Node node = receiver.slot.node();
        if (direct == node) {
            direct = null;
            handedOver = true;
            return false;
        }
        Endpoint from = sender(envelope, receiver);
        if (node.up() || from.node() != node) {
            port.send(new AkkaMessage(from, receiver, envelope, texts));
        }
        return true;
    }

    /** Whoever watches a dead incarnation by its reference watches the address, as with that of a message. */
    boolean redirects(ActorCell cell, SystemMessage message) {
        if (!(message instanceof Watch || message instanceof Unwatch) || !cell.isTerminated()) {
            return false;
        }
        CellState old = state(cell);
        CellState present = old.top() ? old.slot.top() : null;
        if (present == null || present == old || present.cell.isTerminated()) {
            return false;
        }
        present.cell.sendSystemMessage(message);
        return true;
    }

    /** Queues a mailbox that has something to do. */
    boolean enqueue(Mailbox mailbox, boolean hasMessage, boolean hasSystemMessage) {
        if (!mailbox.canBeScheduledForExecution(hasMessage, hasSystemMessage)) {
            return false;
        }
        if (isForeign()) {
            foreign.caught("scheduled " + mailbox.actor().self().path());
            return false;
        }
        if (!mailbox.setAsScheduled()) {
            return false;
        }
        queue.add(mailbox);
        return true;
    }

    /** Takes a task: a node's is an event, Akka's own runs at once. */
    void execute(TaskInvocation invocation, boolean internal) {
        if (isForeign()) {
            foreign.caught("executed " + invocation.runnable().getClass().getName() + " on a dispatcher");
            return;
        }
        Endpoint owner = internal ? null : owner();
        if (owner == null) {
            queue.add(invocation);
        } else {
            port.submit(new AkkaTask(this, owner, AkkaTask.body(invocation)));
        }
    }

    /** A message to what is no actor: an address of our own, the asker of a question. */
    void send(Receiver receiver, Object message, ActorRef sender) {
        Envelope envelope = Envelope.apply(message, sender, system);
        if (isForeign()) {
            foreign.caught("sent " + message.getClass().getName() + " to " + receiver.endpoint().name());
            return;
        }
        Endpoint from = sender(envelope, receiver);
        Node node = receiver.endpoint().node();
        if (node.up() || from.node() != node) {
            port.send(new AkkaMessage(from, receiver, envelope, texts));
        }
    }

    /** An answer to a client, to the operation of that number. */
    void respond(Endpoint client, int operation, Object message) {
        if (isForeign()) {
            foreign.caught("answered " + client.name());
            return;
        }
        Endpoint from = owner();
        if (from != null) {
            port.respond(new Response(from, client, operation, population.response(message)));
        }
    }

    // ---- what cells tell ----

    /** An actor begins with a message; one that was not handed over by the engine came out of a stash. */
    void begins(CellState actor) {
        if (!actor.entered() && actor.slot != null) {
            if (handedOver) {
                handedOver = false;
            } else {
                port.countDelivery();
            }
        }
        actor.enter();
    }

    /** An actor's own code is about to have a message. */
    void receives(CellState actor) {
        if (actor.slot != null) {
            port.enters();
        }
    }

    /** An exception left an actor's code. */
    void threw(CellState actor, Throwable thrown) {
        if (actor.slot != null && !Failures.isMeant(thrown)) {
            failed(actor.endpoint(), thrown);
        }
    }

    /** An exception that nobody handled, unless the node is mute. */
    void failed(Endpoint actor, Throwable thrown) {
        if (actor != null && actor.node() != null && actor.node().up() && !stopping) {
            port.failed(new Failure(actor.node().index(), actor.name(), Failures.root(thrown)));
        }
    }

    /** Memory ran out in an actor's code: how much there is, no run could repeat. */
    void exhausted(OutOfMemoryError thrown) {
        Endpoint owner = owner();
        port.breach(new RuleBreach(
                (owner == null ? "the actor system" : owner.name())
                        + " ran out of memory (" + thrown.getMessage() + ")",
                "make the handler keep less, or give the JVM more, as with HEDDLE_JAVA_OPTIONS=-Xmx4g", thrown));
    }

    /** What is known of an actor. */
    CellState state(ActorCell cell) {
        SteeredCell steered = (SteeredCell) cell;
        CellState state = steered.cellState();
        if (state == null || state.epoch < epoch) {
            state = population.identify(cell);
            steered.cellState(state);
        }
        return state;
    }

    /** The address of whose code is running: of an actor, or of the owner of a timer or task; null for Akka's own. */
    Endpoint owner() {
        if (infrastructure.active()) {
            return null;
        }
        CellState actor = running;
        return actor != null && actor.slot != null ? actor.endpoint() : port.running();
    }

    /** The node whose code is running, or null. */
    NodeSlot slot() {
        Endpoint owner = owner();
        return owner == null || owner.node() == null ? null : population.slot(owner.node());
    }

    /** Who really sends: whoever is running, whatever the envelope says; of a death, the dead. */
    private Endpoint sender(Envelope envelope, Receiver receiver) {
        Endpoint sender =
                envelope.message() instanceof Terminated terminated ? endpointOf(terminated.actor()) : owner();
        return sender == null ? receiver.endpoint() : sender;
    }

    private Endpoint endpointOf(ActorRef ref) {
        if (ref instanceof ActorRefWithCell withCell && withCell.underlying() instanceof ActorCell cell) {
            return state(cell).endpoint();
        }
        return ref instanceof NodeRef nodeRef ? nodeRef.slot().endpoint() : owner();
    }

    /** True on a thread that this system does not run on. */
    boolean isForeign() {
        return Thread.currentThread() != thread;
    }

    ForeignThreads foreign() {
        return foreign;
    }

    // ---- state ----

    /** Forgets the execution. */
    void reset() {
        queue.clear();
        running = null;
        direct = null;
        epoch++;
    }

    /** True while a node is being stopped, whose end may do what it likes. */
    boolean stopping() {
        return stopping;
    }

    int epoch() {
        return epoch;
    }

    CellState running() {
        return running;
    }

    void running(CellState actor) {
        running = actor;
    }

    Port port() {
        return port;
    }

    Texts texts() {
        return texts;
    }

    Infrastructure infrastructure() {
        return infrastructure;
    }

    Naming naming() {
        return naming;
    }

    Questions questions() {
        return questions;
    }

    Population population() {
        return population;
    }

    VirtualScheduler scheduler() {
        return scheduler;
    }

    ActorSystem system() {
        return system;
    }

    void system(ActorSystem created) {
        system = created;
    }
}
