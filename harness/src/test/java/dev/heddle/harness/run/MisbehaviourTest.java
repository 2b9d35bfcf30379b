package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.LenientReplay;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Letter;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import dev.heddle.harness.world.RuleBreach;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;
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
        ToyTarget target = ToyTarget.of(2, Bug.NONE).withOnStart((world, node) -> {
            try {
                sendForEver(world.port(), node);
            } catch (IllegalStateException supervised) {
                // As an actor's supervision would: the step ends all the same.
            }
        });
        try (Coordinator coordinator = new Coordinator(target, target.invariants(), FIFO)) {
            Outcome outcome =
                    coordinator.run(1, new LenientReplay(Script.events("boot n1\nboot n2\n")), StepListener.NONE);
            String what = assertInstanceOf(Outcome.Rejected.class, outcome).breach().what();
            assertTrue(what.contains("100000 things, the last of them again"), what);
            assertEquals(List.of(new Boot("n1")), coordinator.world().history().events());
        }
    }

    @Test
    void theScheduleCanBeAskedForWhileTheLastStepStillSends() {
        List<List<Event>> asked = new ArrayList<>();
        Coordinator[] coordinator = new Coordinator[1];
        ToyTarget target = ToyTarget.of(1, Bug.NONE).withOnStart((world, node) -> {
            world.port().send(new Letter(node.endpoint(), node.endpoint(), "on the way", letter -> {}));
            asked.add(coordinator[0].world().history().events());
        });
        coordinator[0] = new Coordinator(target, target.invariants(), FIFO);
        try (Coordinator open = coordinator[0]) {
            open.run(1, new LenientReplay(Script.events("boot n1\n")), StepListener.NONE);
        }
        assertEquals(List.of(List.of(new Boot("n1"))), asked);
    }

    @Test
    void anInvariantThatThrowsIsNamedWhateverItThrowsAndWhenever() {
        assertNamed("java.lang.UnsupportedOperationException: on purpose", () -> (cluster, acted) -> {
            throw new UnsupportedOperationException("on purpose");
        });
        assertNamed("java.lang.AssertionError: on purpose", () -> (cluster, acted) -> {
            throw new AssertionError("on purpose");
        });
        assertNamed("java.lang.AssertionError: too early", () -> {
            throw new AssertionError("too early");
        });
        assertNamed("java.lang.AssertionError: too late", () -> new Monitor() {
            @Override
            public Violation afterStep(Cluster cluster, int acted) {
                return null;
            }

            @Override
            public Violation atEnd(Cluster cluster, boolean fair) {
                throw new AssertionError("too late");
            }
        });
    }

    private static void assertNamed(String thrown, Supplier<Monitor> monitors) {
        try (Coordinator coordinator = new Coordinator(ToyTarget.of(1, Bug.NONE), List.of(broken(monitors)), FIFO)) {
            LenientReplay boot = new LenientReplay(Script.events("boot n1\n"));
            HookError error = assertThrows(HookError.class, () -> coordinator.run(1, boot, StepListener.NONE));
            assertTrue(error.getMessage().startsWith("the invariant broken threw " + thrown), error.getMessage());
        }
    }

    @Test
    void anInvariantThatIsStoppedForBreakingTheRulesIsNotBlamedForThat() {
        Coordinator[] running = new Coordinator[1];
        RuleBreach breach = new RuleBreach("an invariant reads the clock", "do not", new Throwable());
        Invariant impatient = broken(() -> (cluster, acted) -> {
            running[0].world().port().breach(breach);
            throw new AssertionError("stopped");
        });
        try (Coordinator coordinator = new Coordinator(ToyTarget.of(1, Bug.NONE), List.of(impatient), FIFO)) {
            running[0] = coordinator;
            LenientReplay boot = new LenientReplay(Script.events("boot n1\n"));
            assertEquals(new Outcome.Rejected(breach), coordinator.run(1, boot, StepListener.NONE));
        }
    }

    private static Invariant broken(Supplier<Monitor> monitors) {
        return new Invariant() {
            @Override
            public String id() {
                return "broken";
            }

            @Override
            public Monitor newMonitor() {
                return monitors.get();
            }
        };
    }
}
