package dev.heddle.scenarios;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.DeadLetter;
import akka.actor.Identify;
import akka.actor.Props;
import akka.actor.ReceiveTimeout;
import akka.actor.Terminated;
import akka.pattern.Patterns;
import dev.heddle.api.NodeContext;
import dev.heddle.harness.disk.TornRecord;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ThreadLocalRandom;

/** A node of {@link Torture}. */
final class TortureNode extends AbstractActorWithTimers {
    private final NodeContext node;
    /** Its order is that of hashes, hence of uids. */
    private final Set<ActorRef> crowd = new HashSet<>();
    private ActorRef machine;
    private ActorRef echo;
    private ActorRef moody;
    private ActorRef victim;
    private int handled;

    TortureNode(NodeContext node) {
        this.node = node;
    }

    int handled() {
        return handled;
    }

    @Override
    public void preStart() {
        List<Object> before = node.disk().records();
        handled = before.size();
        if (!before.isEmpty() && before.get(before.size() - 1) instanceof TornRecord) {
            node.disk().truncate(before.size() - 1);
        }
        node.disk().write("started " + node.incarnation());
        machine = getContext().actorOf(Props.create(TortureParts.Machine.class, TortureParts.Machine::new), "machine");
        echo = getContext().actorOf(Props.create(TortureParts.Echo.class, TortureParts.Echo::new), "echo");
        moody = getContext().actorOf(Props.create(TortureParts.Moody.class, TortureParts.Moody::new), "moody");
        getContext().actorOf(Torture.typed(), "typed");
        newVictim();
        getTimers().startTimerAtFixedRate("tick", "tick", Duration.ofMillis(20));
        getContext().setReceiveTimeout(Duration.ofMillis(500));
        for (int i = 0; i < 6; i++) {
            crowd.add(getContext().actorOf(Props.create(TortureParts.Echo.class, TortureParts.Echo::new)));
        }
        for (String other : node.nodes()) {
            getContext().watch(node.node(other));
        }
        getContext().getSystem().eventStream().subscribe(getSelf(), DeadLetter.class);
    }

    private void newVictim() {
        victim = getContext().actorOf(Props.create(TortureParts.Echo.class, TortureParts.Echo::new));
        getContext().watch(victim);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchEquals("tick", m -> tick())
                .match(Terminated.class, this::mourn)
                .match(ReceiveTimeout.class, m -> getContext().getParent())
                .matchEquals("question", m -> getSender().tell("answer " + handled, getSelf()))
                .matchAny(m -> handled++)
                .build();
    }

    private void mourn(Terminated t) {
        if (t.getActor().equals(victim)) {
            newVictim();
        } else {
            getContext().watch(t.getActor());
        }
    }

    private void tick() {
        handled++;
        machine.tell("go", getSelf());
        if (ThreadLocalRandom.current().nextInt(3) == 0) {
            moody.tell("boom", getSelf());
        }
        moody.tell(handled % 2 == 0 ? "close" : "open", getSelf());
        moody.tell("late", getSelf());
        if (Math.random() < 0.3) {
            getContext().stop(victim);
        }
        for (ActorRef one : crowd) {
            one.tell("drawn " + UUID.randomUUID() + " at " + System.nanoTime(), getSelf());
        }
        futures();
        getContext().getSystem().deadLetters().tell("lost", getSelf());
        getContext().actorSelection("/user/n1/*").tell(new Identify(handled), getSelf());
        getContext().getSystem().actorOf(Props.create(TortureParts.Echo.class, TortureParts.Echo::new))
                .tell("hello", getSelf());
        node.disk().write("tick " + handled);
        if (handled % 2 == 0) {
            node.disk().sync();
        }
    }

    private void futures() {
        var here = getContext().getDispatcher();
        int n = handled;
        String peer = node.nodes().get(n % node.nodes().size());
        Patterns.pipe(Patterns.ask(echo, "question " + n, Duration.ofSeconds(1)).thenApply(a -> "A" + a), here)
                .to(getSelf());
        Patterns.pipe(Patterns.ask(node.node(peer), "question", Duration.ofSeconds(1)).thenApply(a -> "P" + a), here)
                .to(getSelf());
        Patterns.pipe(CompletableFuture.supplyAsync(() -> "F" + n, here), here).to(getSelf());
        Patterns.pipe(CompletableFuture.supplyAsync(() -> "C" + n).thenApplyAsync(x -> x + "b", here), here)
                .to(getSelf());
        getContext().getSystem().scheduler().scheduleOnce(
                Duration.ofMillis(15), () -> getSelf().tell("scheduled " + n, ActorRef.noSender()), here);
    }
}
