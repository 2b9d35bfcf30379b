package dev.heddle.examples.raft;

import akka.actor.Props;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.fault.Faults;
import dev.heddle.invariants.RaftInvariants;
import dev.heddle.raft.RaftActor;
import dev.heddle.raft.RaftConfig;
import dev.heddle.raft.Rules;
import dev.heddle.raft.bugs.Bugs;
import java.util.List;
import java.util.stream.IntStream;

/** A cluster of the bundled Raft with clients that append words; its bugs are those of the catalogue. */
public final class RaftScenario implements Scenario {
    /** The Raft keeps sets of servers as bits of a long. */
    private static final int MAX_SERVERS = Long.SIZE;

    @Override
    public Definition define(Setup setup) {
        Rules rules = Bugs.rulesWith(setup.bugs());
        if (setup.nodes() > MAX_SERVERS) {
            throw new IllegalArgumentException(
                    "raft takes at most " + MAX_SERVERS + " nodes, not " + setup.nodes() + "; give --nodes " + MAX_SERVERS);
        }
        List<String> servers =
                IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList();
        return Definition.of(servers, node -> server(node, rules))
                .commands(new AppendCommands())
                .views(node -> new ServerReader())
                .invariants(RaftInvariants.all())
                .tolerates(Faults.of(setup.network()))
                .build();
    }

    @Override
    public List<SeededBug> bugs() {
        return Bugs.all().stream().map(b -> new SeededBug(b.id(), b.summary())).toList();
    }

    private static Props server(NodeContext node, Rules rules) {
        return RaftActor.props(RaftConfig.of(node.name(), node.nodes(), node::node)
                .withStorage(new DiskStorage(node.disk()))
                .withRules(rules));
    }
}
