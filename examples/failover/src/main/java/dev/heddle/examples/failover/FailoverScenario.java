package dev.heddle.examples.failover;

import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.examples.failover.NoBlackHole.ControllerView;
import dev.heddle.examples.failover.NoBlackHole.SwitchView;
import dev.heddle.examples.failover.Protocol.Cut;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.invariants.GeneralInvariants;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Function;

/** Two controllers, the first one the master, and switches whose links break one after the other. */
public final class FailoverScenario implements Scenario {
    private static final SeededBug FORGETFUL = new SeededBug(
            "forgetful-standby", "a standby ignores reports of dead links, also when the master is dead");
    private static final ScenarioOption CONTROLLER = new ScenarioOption(
            "controller", Remedy.names("|"), "how the news of a dead link outlives the master; remember");
    private static final List<String> CONTROLLERS = List.of("ctl1", "ctl2");
    /** Ten rounds of the controller that works in rounds. */
    private static final Duration SETTLES = Duration.ofSeconds(10);

    @Override
    public Definition define(Setup setup) {
        if (setup.network() != NetworkKind.FIFO) {
            throw new IllegalArgumentException("failover needs connections that keep order; give --network fifo");
        } else if (setup.nodes() <= CONTROLLERS.size()) {
            throw new IllegalArgumentException("failover has two controllers and a switch at least; give --nodes 3");
        }
        List<String> nodes = new ArrayList<>(CONTROLLERS);
        for (int i = 1; nodes.size() < setup.nodes(); i++) {
            nodes.add("s" + i);
        }
        Function<Post, Controller> controller = controller(setup);
        return Definition.of(nodes, node -> CONTROLLERS.contains(node.name())
                        ? Props.create(Controller.class, () -> controller.apply(post(node)))
                        : Props.create(Switch.class, () -> newSwitch(node)))
                .commands(new Cuts())
                .view((node, actor) -> actor instanceof Switch own
                        ? new SwitchView(node.incarnation(), own.port(), own.dead())
                        : view(node, (Controller) actor))
                .invariants(List.of(GeneralInvariants.eventually(NoBlackHole.ID, NoBlackHole::owed)))
                .tolerates(Set.of(Crash.KIND))
                .settles(SETTLES, 1)
                .build();
    }

    private static Function<Post, Controller> controller(Setup setup) {
        String remedy = setup.options().get(CONTROLLER.name());
        if (!setup.bugs().contains(FORGETFUL.id())) {
            return (remedy == null ? Remedy.REMEMBER : Remedy.named(remedy))::controller;
        } else if (remedy != null) {
            throw new IllegalArgumentException("the bug " + FORGETFUL.id() + " is a controller of its own; leave out"
                    + " --target-option controller=" + remedy);
        }
        return ForgetfulController::new;
    }

    private static Switch newSwitch(NodeContext node) {
        return new Switch(node.name(), CONTROLLERS.stream().map(node::node).toList());
    }

    /** The first controller is the master; who crashed is started as the standby. */
    private static Post post(NodeContext node) {
        boolean first = node.name().equals(CONTROLLERS.get(0));
        SortedMap<String, ActorRef> switches = new TreeMap<>();
        node.nodes().stream().filter(n -> !CONTROLLERS.contains(n)).forEach(n -> switches.put(n, node.node(n)));
        return new Post(first && node.incarnation() == 1, node.node(CONTROLLERS.get(first ? 1 : 0)), switches);
    }

    private static ControllerView view(NodeContext node, Controller actor) {
        return new ControllerView(node.incarnation(), actor.master(), actor.generation());
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(FORGETFUL);
    }

    @Override
    public List<ScenarioOption> options() {
        return List.of(CONTROLLER);
    }

    /** Cables are torn; a controller has none. */
    private static final class Cuts implements Commands {
        private static final String CUT = "cut ";

        @Override
        public String next(int count, Rng rng) {
            return CUT + (1 + rng.nextInt(Switch.PORTS));
        }

        @Override
        public Object message(String text) {
            for (int port = 1; port <= Switch.PORTS; port++) {
                if (text.equals(CUT + port)) {
                    return new Cut(port);
                }
            }
            throw new IllegalArgumentException(
                    "'" + text + "' is no command of failover; there are 'cut 1' to 'cut " + Switch.PORTS + "'");
        }
    }
}
