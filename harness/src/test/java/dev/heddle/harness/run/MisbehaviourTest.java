package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Letter;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a target or the user's own code does wrong is an outcome with a schedule, not a crash of the engine. */
class MisbehaviourTest {
    private static final RunOptions FIFO = RunOptions.on(NetworkKind.FIFO);

    private static void sendForEver(Port port, Node node) {
        while (node.up()) {
            port.send(new Letter(node.endpoint(), node.endpoint(), "again", letter -> {}));
        }
    }

    @Test
    void aHandlerThatSendsWithoutEndIsRejectedAndItsScheduleKept() {
        ToyTarget target = ToyTarget.of(2, Bug.NONE).withOnStart((port, node) -> {
            try {
                sendForEver(port, node);
            } catch (IllegalStateException supervised) {
                // As an actor's supervision would: the step ends all the same.
            }
        });
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            Outcome outcome = coordinator.run(1, new LenientReplay(Script.events("boot n1\nboot n2\n")), StepListener.NONE);
            String what = assertInstanceOf(Outcome.Rejected.class, outcome).breach().what();
            assertTrue(what.contains("100000 things, the last of them again"), what);
            assertEquals(List.of(new Boot("n1")), coordinator.world().history().events());
        }
    }

    @Test
    void theScheduleCanBeAskedForWhileTheLastStepStillSends() {
        List<List<Event>> asked = new ArrayList<>();
        Coordinator[] coordinator = new Coordinator[1];
        ToyTarget target = ToyTarget.of(1, Bug.NONE).withOnStart((port, node) -> {
            port.send(new Letter(node.endpoint(), node.endpoint(), "on the way", letter -> {}));
            asked.add(coordinator[0].world().history().events());
        });
        coordinator[0] = new Coordinator(target, target.invariants(), FIFO);
        try (Coordinator open = coordinator[0]) {
            open.run(1, new LenientReplay(Script.events("boot n1\n")), StepListener.NONE);
        }
        assertEquals(List.of(List.of(new Boot("n1"))), asked);
    }

    @Test
    void anInvariantThatThrowsIsNamed() {
        Invariant broken = new Invariant() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public Monitor newMonitor() {
                return (cluster, acted) -> {
                    throw new UnsupportedOperationException("on purpose");
                };
            }
        };
        ToyTarget target = ToyTarget.of(1, Bug.NONE);
        try (Coordinator coordinator = new Coordinator(target, List.of(broken), FIFO)) {
            Outcome outcome = coordinator.run(1, new LenientReplay(Script.events("boot n1\n")), StepListener.NONE);
            assertEquals(
                    "the invariant broken threw java.lang.UnsupportedOperationException: on purpose",
                    assertInstanceOf(Outcome.Rejected.class, outcome).breach().what());
        }
    }
}
