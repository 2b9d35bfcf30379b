package dev.heddle.examples.raft;

import akka.actor.Props;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.examples.raft.RaftOptions.Clients;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Sever;
import dev.heddle.harness.fault.Skew;
import dev.heddle.harness.fault.StorageError;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.invariants.GeneralInvariants;
import dev.heddle.invariants.RaftInvariants;
import dev.heddle.invariants.linearizability.Linearizability;
import dev.heddle.raft.KeyValueStore;
import dev.heddle.raft.RaftActor;
import dev.heddle.raft.RaftConfig;
import dev.heddle.raft.Rules;
import dev.heddle.raft.StateMachine;
import dev.heddle.raft.WordList;
import dev.heddle.raft.bugs.Bug;
import dev.heddle.raft.bugs.Bugs;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * A cluster of the bundled Raft with clients that append words; its bugs are those of the catalogue unless
 * others are given, and whatever goes beyond Figure 2 is an option.
 */
public final class RaftScenario implements Scenario {
    /** The Raft keeps sets of servers as bits of a long. */
    private static final int MAX_SERVERS = Long.SIZE;
    /** Thirty times the longest election timeout. */
    private static final Duration SETTLES = Duration.ofSeconds(10);
    /** Three times. */
    private static final Duration STAYS = Duration.ofSeconds(1);

    private final List<Bug> defects;

    /** The Raft with the catalogue's bugs. */
    public RaftScenario() {
        this(Bugs.all());
    }

    /** The Raft with other bugs than those of the catalogue. */
    public RaftScenario(List<Bug> defects) {
        this.defects = List.copyOf(defects);
    }

    @Override
    public Definition define(Setup setup) {
        Rules rules = Bugs.rulesWith(defects, setup.bugs());
        if (setup.nodes() > MAX_SERVERS) {
            throw new IllegalArgumentException(
                    "raft takes at most " + MAX_SERVERS + " nodes, not " + setup.nodes()
                            + "; give --nodes " + MAX_SERVERS);
        }
        List<String> servers =
                IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList();
        RaftOptions options = RaftOptions.of(setup.options());
        Supplier<StateMachine> machine = options.clients() == Clients.KV ? KeyValueStore::new : WordList::new;
        return Definition.of(servers, node -> server(node, rules, options, machine))
                .commands(new RaftCommands(options, servers))
                .views(node -> new ServerReader())
                .memory(actor -> ((RaftActor) actor).memory())
                .interchangeableNodes()
                .drawsOnlyDelay()
                .invariants(invariants(options, machine))
                .optionalInvariants(List.of(RaftInvariants.commitIndex()))
                .settles(SETTLES)
                .maxClockSkew(options.maxClockSkew())
                .tolerates(tolerated(setup.network(), options))
                .build();
    }

    private static Set<FaultKind> tolerated(NetworkKind network, RaftOptions options) {
        Set<FaultKind> tolerated = Faults.with(Faults.of(network), StorageError.KIND, Skew.KIND);
        return options.standsSeveredLinks() ? Faults.with(tolerated, Sever.KIND) : tolerated;
    }

    private static List<Invariant> invariants(RaftOptions options, Supplier<StateMachine> machine) {
        List<Invariant> invariants = new ArrayList<>(RaftInvariants.all());
        invariants.add(RaftInvariants.durability(Answered::index));
        invariants.add(Linearizability.of(new DataSpec(machine, options.clients() == Clients.KV))
                .withAnswers(Answered::meaning)
                .withReads(DataSpec::isRead)
                .withRepetitions());
        invariants.add(options.standsSeveredLinks()
                ? RaftInvariants.convergence(STAYS) : RaftInvariants.convergence());
        invariants.add(GeneralInvariants.noProgress(answer -> Answered.index(answer) > 0));
        return invariants;
    }

    @Override
    public List<ScenarioOption> options() {
        return RaftOptions.ALL;
    }

    @Override
    public List<SeededBug> bugs() {
        return defects.stream().map(bug -> Needs.seeded(bug.about())).toList();
    }

    private static Props server(
            NodeContext node, Rules rules, RaftOptions options, Supplier<StateMachine> machine) {
        return RaftActor.props(RaftConfig.of(node.name(), node.nodes(), node::node)
                .withStorage(new DiskStorage(node.disk()))
                .withStateMachine(machine)
                .withFeatures(options.features(node.executionSeed()))
                .withRules(rules));
    }
}
