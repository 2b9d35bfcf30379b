package dev.heddle.examples.broadcast;

import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.invariants.GeneralInvariants;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.IntStream;

/** Nodes that broadcast words over connections that lose nothing, and crash now and then. */
public final class BroadcastScenario implements Scenario {
    private static final String AGREEMENT = "agreement";
    private static final String UNIFORM = "uniform-agreement";
    private static final SeededBug SILENT =
            new SeededBug("no-relay", "nodes deliver what they hear and leave it to its sender to reach the others");
    private static final SeededBug EAGER =
            new SeededBug("deliver-first", "nodes deliver what they hear before they relay it");

    @Override
    public Definition define(Setup setup) {
        List<String> nodes =
                IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "n" + i).toList();
        Function<List<ActorRef>, Broadcaster> broadcaster = broadcaster(setup.bugs());
        return Definition.of(nodes, node -> Props.create(Broadcaster.class, () -> broadcaster.apply(
                        nodes.stream().filter(n -> !n.equals(node.name())).map(node::node).toList())))
                .commands(new Words())
                .view((node, actor) -> new BroadcasterView(node.incarnation(), ((Broadcaster) actor).delivered()))
                .invariants(List.of(
                        GeneralInvariants.eventually(AGREEMENT, () -> Agreement.amongCorrect(AGREEMENT)),
                        GeneralInvariants.eventually(UNIFORM, () -> Agreement.uniform(UNIFORM))))
                .tolerates(faults(setup.network()))
                .settles(Duration.ofSeconds(1), 1)
                .build();
    }

    private static Function<List<ActorRef>, Broadcaster> broadcaster(List<String> bugs) {
        boolean silent = bugs.contains(SILENT.id());
        if (silent && bugs.contains(EAGER.id())) {
            throw new IllegalArgumentException("the bugs " + SILENT.id() + " and " + EAGER.id()
                    + " are about the same thing; choose one");
        } else if (silent) {
            return SilentBroadcaster::new;
        }
        return bugs.contains(EAGER.id()) ? EagerBroadcaster::new : RelayingBroadcaster::new;
    }

    private static Set<FaultKind> faults(NetworkKind network) {
        return network == NetworkKind.UDP
                ? Set.of(Crash.KIND, Duplicate.KIND)
                : Set.of(Crash.KIND);
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(SILENT, EAGER);
    }

    /** Each command is another word. */
    private static final class Words implements Commands {
        private static final String SAY = "say ";

        @Override
        public String next(int count, Rng rng) {
            return SAY + "w" + (count + 1);
        }

        @Override
        public Object message(String text) {
            if (!text.startsWith(SAY) || text.length() == SAY.length()) {
                throw new IllegalArgumentException(
                        "'" + text + "' is no command of reliable-broadcast; one is 'say w1'");
            }
            return new Broadcaster.Say(text.substring(SAY.length()));
        }
    }
}
