package dev.heddle.examples.commit;

import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.examples.commit.Protocol.Begin;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.invariants.GeneralInvariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** A coordinator and participants that crash, recover and are cut off, with clients that begin transactions. */
public final class CommitScenario implements Scenario {
    private static final String COORDINATOR = "coordinator";
    private static final SeededBug ALONE = new SeededBug(
            "gives-up-alone", "a participant that voted yes aborts on its own when the decision is late");
    private static final SeededBug UNSYNCED = new SeededBug(
            "no-sync", "the coordinator tells decisions that are written and not synced");
    private static final String IN_DOUBT = "nobody-in-doubt";
    /** Ten times what a participant waits before it asks. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    @Override
    public Definition define(Setup setup) {
        if (setup.nodes() < 2) {
            throw new IllegalArgumentException(
                    "two-phase-commit has a coordinator and a participant at least; give --nodes 2");
        }
        List<String> nodes = new ArrayList<>(List.of(COORDINATOR));
        for (int i = 1; i < setup.nodes(); i++) {
            nodes.add("p" + i);
        }
        boolean alone = setup.bugs().contains(ALONE.id());
        boolean unsynced = setup.bugs().contains(UNSYNCED.id());
        return Definition.of(nodes, node -> node.name().equals(COORDINATOR)
                        ? Props.create(Coordinator.class, () -> coordinator(node, unsynced))
                        : Props.create(Participant.class, () -> participant(node, alone)))
                .commands(new Transactions())
                .view((node, actor) -> actor instanceof Participant p
                        ? new NodeState(p.decisions().all(), p.inDoubt())
                        : new NodeState(((Coordinator) actor).decisions().all(), null))
                .invariants(List.of(new Agreement(), GeneralInvariants.eventually(IN_DOUBT, CommitScenario::inDoubt)))
                .tolerates(Faults.of(setup.network()))
                .settles(SETTLES)
                .build();
    }

    private static Coordinator coordinator(NodeContext node, boolean unsynced) {
        SortedMap<String, ActorRef> participants = new TreeMap<>();
        node.nodes().stream().filter(n -> !n.equals(COORDINATOR)).forEach(n -> participants.put(n, node.node(n)));
        return new Coordinator(
                unsynced ? new UnsyncedJournal(node.disk()) : new DiskJournal(node.disk()), participants);
    }

    private static Participant participant(NodeContext node, boolean alone) {
        Journal journal = new DiskJournal(node.disk());
        ActorRef coordinator = node.node(COORDINATOR);
        return alone
                ? new ImpatientParticipant(node.name(), journal, coordinator)
                : new Participant(node.name(), journal, coordinator);
    }

    /** Blocking ends: with all nodes up and connected, whoever asks is answered. */
    private static Violation inDoubt(Cluster cluster) {
        for (int node = 0; node < cluster.size(); node++) {
            if (cluster.view(node) instanceof NodeState state && state.inDoubt() != null) {
                String name = cluster.name(node);
                return Violation.of(IN_DOUBT, List.of(name),
                        name + " does not learn how " + state.inDoubt() + " ends, though all nodes are well");
            }
        }
        return null;
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(ALONE, UNSYNCED);
    }

    /** Each command is a transaction of its own; participants pass it on to the coordinator. */
    private static final class Transactions implements Commands {
        private static final String BEGIN = "begin ";

        @Override
        public String next(int count, Rng rng) {
            return BEGIN + "t" + (count + 1);
        }

        @Override
        public Object message(String text) {
            if (!text.startsWith(BEGIN) || text.length() == BEGIN.length()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no command of two-phase-commit; one is 'begin t1'");
            }
            return new Begin(text.substring(BEGIN.length()));
        }
    }
}
