package dev.heddle.examples.register;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import dev.heddle.examples.register.Message.Holding;
import dev.heddle.examples.register.Message.Query;
import dev.heddle.examples.register.Message.Sealed;
import dev.heddle.examples.register.Message.Stored;
import dev.heddle.examples.register.Request.Read;
import dev.heddle.examples.register.Request.Write;
import java.time.Duration;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/**
 * Asks a majority for the newest copy and has a majority store what it answers; any two majorities share a
 * node (Attiya, Bar-Noy and Dolev, "Sharing Memory Robustly in Message-Passing Systems", J. ACM 42(1), 1995;
 * with several writers, Lynch and Shvartsman, FTCS 1997).
 *
 * <p>It takes one request after the other, and asks again whoever has not answered.
 */
final class MajorityRegister extends AbstractActorWithTimers implements Replica {
    private static final String AGAIN = "again";
    private static final Duration PATIENCE = Duration.ofMillis(100);

    /** A client's request. */
    private record Job(ActorRef client, Request request) {}

    private final String name;
    private final List<ActorRef> replicas;
    private final Storage storage;
    private final boolean checksums;
    private final Deque<Job> jobs = new ArrayDeque<>();
    private final Set<ActorRef> answered = new HashSet<>();
    private Copy copy;
    /** The present question, or null while there is none, and the newest copy that is known of since it. */
    private Message question;
    private Copy newest;
    private int number;

    /**
     * @param replicas all nodes, this one included
     * @param checksums whether messages carry one
     */
    MajorityRegister(String name, List<ActorRef> replicas, Storage storage, boolean checksums) {
        this.name = name;
        this.replicas = replicas;
        this.storage = storage;
        this.checksums = checksums;
        copy = storage.load();
    }

    @Override
    public Copy copy() {
        return copy;
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Request.class, request -> {
                    jobs.add(new Job(getSender(), request));
                    if (question == null) {
                        begin();
                    }
                })
                .match(Message.class, this::take)
                .match(Sealed.class, sealed -> {
                    if (sealed.intact()) {
                        take(sealed.content());
                    }
                })
                .matchEquals(AGAIN, again -> ask())
                .build();
    }

    // ---- as the one who was asked by a client ----

    private void begin() {
        if (jobs.isEmpty()) {
            question = null;
            getTimers().cancel(AGAIN);
        } else {
            newest = copy;
            put(new Query(storage.starts(), ++number));
        }
    }

    private void put(Message next) {
        question = next;
        answered.clear();
        ask();
    }

    private void ask() {
        replicas.stream().filter(r -> !answered.contains(r)).forEach(r -> send(r, question));
        getTimers().startSingleTimer(AGAIN, AGAIN, PATIENCE);
    }

    private void holding(Holding answer) {
        Copy theirs = new Copy(answer.counter(), answer.writer(), answer.value());
        newest = theirs.newerThan(newest) ? theirs : newest;
        if (!majority()) {
            return;
        }
        if (jobs.peek().request() instanceof Write write) {
            // Kept before anybody sees it: never again is this counter used for another value.
            newest = new Copy(Math.max(newest.counter(), copy.counter()) + 1, name, write.value());
            keep(newest);
        }
        put(new Message.Store(storage.starts(), ++number, newest.counter(), newest.writer(), newest.value()));
    }

    private void stored() {
        if (majority()) {
            done(jobs.peek().request() instanceof Read ? newest.value() : Request.DONE);
        }
    }

    private boolean majority() {
        answered.add(getSender());
        return answered.size() > replicas.size() / 2;
    }

    private void done(String answer) {
        jobs.remove().client().tell(answer, getSelf());
        begin();
    }

    // ---- as one of the replicas ----

    private void take(Message message) {
        if (message instanceof Query query) {
            send(getSender(), new Holding(query.start(), query.number(), copy.counter(), copy.writer(), copy.value()));
        } else if (message instanceof Message.Store wanted) {
            keep(new Copy(wanted.counter(), wanted.writer(), wanted.value()));
            send(getSender(), new Stored(wanted.start(), wanted.number()));
        } else if (message instanceof Holding holding) {
            if (question instanceof Query asked && asked.equals(new Query(holding.start(), holding.number()))) {
                holding(holding);
            }
        } else if (message instanceof Stored done && question instanceof Message.Store asked
                && asked.start() == done.start() && asked.number() == done.number()) {
            stored();
        }
    }

    private void keep(Copy other) {
        if (other.newerThan(copy)) {
            storage.keep(other);
            copy = other;
        }
    }

    private void send(ActorRef to, Message message) {
        to.tell(checksums ? Sealed.of(message) : message, getSelf());
    }
}
