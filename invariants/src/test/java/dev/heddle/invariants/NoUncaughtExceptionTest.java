package dev.heddle.invariants;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;
import org.junit.jupiter.api.Test;

class NoUncaughtExceptionTest {
    private final FakeCluster cluster = new FakeCluster(2);
    private final Monitor monitor = GeneralInvariants.noUncaughtException().newMonitor();

    @Test
    void silentWhileNothingIsThrown() {
        assertNull(monitor.afterStep(cluster, 1));
        assertNull(monitor.afterStep(cluster, -1));
    }

    @Test
    void tellsClassAndTopFrameInTheTarget() {
        Violation violation = thrown(at(new IllegalStateException("nextIndex is 5"),
                "java.util.Objects.requireNonNull", "akka.actor.ActorCell.invoke",
                "dev.heddle.harness.world.World.apply", "dev.heddle.raft.Progress.check",
                "dev.heddle.raft.Raft.receive"));
        assertEquals("no-uncaught-exception", violation.invariant());
        assertEquals(List.of("n2"), violation.nodes());
        assertEquals("java.lang.IllegalStateException@dev.heddle.raft.Progress.check", violation.kind());
        assertEquals(
                "n2/worker threw java.lang.IllegalStateException: nextIndex is 5 in dev.heddle.raft.Progress.check",
                violation.detail());
    }

    @Test
    void numbersThatChangeWithOtherCodeAreLeftOut() {
        assertEquals("java.lang.Error@app.Server.handle",
                thrown(at(new Error(), "app.Server.lambda$handle$12")).kind());
        assertEquals("java.lang.Error@app.Server.on", thrown(at(new Error(), "app.Server.on_aroundBody4")).kind());
        assertEquals("java.lang.Error@app.Server$$Lambda.apply",
                thrown(at(new Error(), "app.Server$$Lambda/0x00007f1c2c0.apply")).kind());
    }

    @Test
    void aCauseInTheTargetTellsMoreThanItsWrapper() {
        Throwable cause = at(new ArithmeticException("/ by zero"), "app.Server.divide");
        Violation violation = thrown(at(new RuntimeException("wrapped", cause), "akka.actor.ActorCell.create"));
        assertEquals("java.lang.ArithmeticException@app.Server.divide", violation.kind());
        assertEquals("n2/worker threw java.lang.RuntimeException: wrapped,"
                + " caused by java.lang.ArithmeticException: / by zero in app.Server.divide", violation.detail());
    }

    @Test
    void withoutFramesTheClassTells() {
        assertEquals("java.lang.Error", thrown(at(new Error(), "akka.actor.ActorCell.invoke")).kind());
    }

    /** As the JVM throws from hot code. */
    @Test
    void withoutAStackItIsTheSameAsOneOfItsClassFromAnywhere() {
        Violation bare = thrown(at(new NullPointerException()));
        Violation whole = thrown(at(new NullPointerException(), "app.Server.on"));
        Violation other = thrown(at(new ArithmeticException(), "app.Server.on"));
        assertEquals("n2/worker threw java.lang.NullPointerException (without its stack)", bare.detail());
        assertTrue(bare.sameShape(whole) && whole.sameShape(bare) && bare.sameShape(bare));
        assertTrue(bare.sameShape(thrown(at(new NullPointerException(), "akka.actor.ActorCell.invoke"))));
        assertFalse(bare.sameShape(other) || other.sameShape(bare));
        assertFalse(whole.sameShape(thrown(at(new NullPointerException(), "app.Server.off"))));
    }

    @Test
    void howDeepAnEndlessRecursionWasDoesNotTell() {
        assertEquals("java.lang.StackOverflowError", thrown(at(new StackOverflowError(), "app.Server.deeper")).kind());
    }

    @Test
    void theDetailIsOneLineAndTheSameInEveryRun() {
        assertEquals("n2/worker threw java.lang.Error: two lines, app.Thing and n1@home in app.Server.on",
                thrown(at(new Error("two\n  lines, app.Thing@6d06d69c and n1@home"), "app.Server.on")).detail());
    }

    private Violation thrown(Throwable cause) {
        cluster.failure = new Failure(1, "n2/worker", cause);
        return monitor.afterStep(cluster, 1);
    }

    private static Throwable at(Throwable thrown, String... frames) {
        StackTraceElement[] trace = new StackTraceElement[frames.length];
        for (int i = 0; i < frames.length; i++) {
            int dot = frames[i].lastIndexOf('.');
            trace[i] = new StackTraceElement(frames[i].substring(0, dot), frames[i].substring(dot + 1), "X.java",
                    7 + i);
        }
        thrown.setStackTrace(trace);
        return thrown;
    }
}
