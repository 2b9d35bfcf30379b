package dev.heddle.examples.failover;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import dev.heddle.examples.failover.Protocol.Ask;
import dev.heddle.examples.failover.Protocol.Commit;
import dev.heddle.examples.failover.Protocol.Cut;
import dev.heddle.examples.failover.Protocol.Forward;
import dev.heddle.examples.failover.Protocol.Promoted;
import dev.heddle.examples.failover.Protocol.Report;
import java.util.List;
import java.util.TreeSet;

/** Forwards all traffic over one of its ports: the one that it was told last by the newest generation of masters. */
final class Switch extends AbstractActor {
    static final int PORTS = 3;

    private final String name;
    private final List<ActorRef> controllers;
    private final TreeSet<Integer> dead = new TreeSet<>();
    private int port = 1;
    private int generation;
    private int reports;
    private int committed;

    Switch(String name, List<ActorRef> controllers) {
        this.name = name;
        this.controllers = controllers;
    }

    /** The port that traffic takes, 0 for none. */
    int port() {
        return port;
    }

    /** Its ports without a link. */
    List<Integer> dead() {
        return List.copyOf(dead);
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Cut.class, cut -> lost(cut.port()))
                .match(Forward.class, this::obey)
                .match(Ask.class, ask -> getSender().tell(report(), getSelf()))
                .match(Commit.class, commit -> committed = Math.max(committed, commit.number()))
                .match(Promoted.class, promoted -> retry())
                .build();
    }

    private void lost(int cut) {
        if (dead.add(cut)) {
            reports++;
            controllers.forEach(c -> c.tell(report(), getSelf()));
        }
    }

    private Report report() {
        return new Report(name, reports, dead());
    }

    private void retry() {
        if (committed < reports) {
            getSender().tell(report(), getSelf());
        }
    }

    private void obey(Forward rule) {
        // What an old master sent may still be on its way when the rule of the new one is there.
        if (rule.generation() >= generation) {
            generation = rule.generation();
            port = rule.port();
        }
    }
}
