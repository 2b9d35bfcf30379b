package dev.heddle.examples.failover;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Terminated;
import akka.japi.pf.ReceiveBuilder;
import dev.heddle.examples.failover.Protocol.Forward;
import dev.heddle.examples.failover.Protocol.Report;
import java.util.Collection;

/**
 * One of two controllers: the master tells switches where to forward; the standby watches it and takes over when it
 * is gone. What becomes of a report that the master did not live to deal with is up to the subclasses.
 */
abstract class Controller extends AbstractActorWithTimers {
    private static final int FIRST = 1;
    private static final int AFTER_TAKEOVER = 2;

    private final Post post;
    private boolean master;
    private boolean alone;
    private int generation;

    Controller(Post post) {
        this.post = post;
        master = post.master();
        generation = master ? FIRST : 0;
    }

    /** A switch says which of its links are dead. */
    abstract void reported(Report report);

    /** It was the standby and is the master from now on. */
    void tookOver() {}

    /** It was the master with a standby, and has none any more. */
    void leftAlone() {}

    /** What else it understands. */
    ReceiveBuilder alsoReceive(ReceiveBuilder messages) {
        return messages;
    }

    @Override
    public void preStart() {
        getContext().watch(peer());
    }

    @Override
    public final Receive createReceive() {
        return alsoReceive(receiveBuilder()
                        .match(Report.class, this::reported)
                        .match(Terminated.class, gone -> lostPeer()))
                .build();
    }

    private void lostPeer() {
        alone = true;
        if (master) {
            leftAlone();
        } else {
            master = true;
            generation = AFTER_TAKEOVER;
            tookOver();
        }
    }

    final boolean master() {
        return master;
    }

    /** Whether its peer was lost. */
    final boolean alone() {
        return alone;
    }

    final int generation() {
        return generation;
    }

    final ActorRef peer() {
        return post.peer();
    }

    final ActorRef switchNamed(String name) {
        return post.switches().get(name);
    }

    final Collection<ActorRef> switches() {
        return post.switches().values();
    }

    /** The first port with a link, or 0. */
    static int bestPort(Report report) {
        int port = 1;
        while (report.dead().contains(port)) {
            port++;
        }
        return port <= Switch.PORTS ? port : 0;
    }

    /** Tells the switch that reported to forward over a port with a link. */
    final void route(Report report) {
        switchNamed(report.from()).tell(new Forward(generation, bestPort(report)), getSelf());
    }
}
