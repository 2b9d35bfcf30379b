package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Exceptions are reported, and supervision goes on as Akka does it. */
class SupervisingTest {
    private static final String THROWN = "java.lang.IllegalStateException: ";

    private static Rig run(String caseName, Script script) {
        return Rig.of("Supervising", caseName).run(script);
    }

    @Test
    void childIsRestarted() {
        try (Rig rig = run("restart", Script.start().command("go"))) {
            assertEquals(List.of("n1/kid: " + THROWN + "throw it"), rig.failures());
            assertEquals(List.of("count 0", "restarted 0", "count 1"), rig.responses());
        }
    }

    @Test
    void nodeIsRestarted() {
        try (Rig rig = run("top", Script.start().command("count").command("throw it").command("count"))) {
            assertEquals(List.of("n1: " + THROWN + "throw it"), rig.failures());
            assertEquals(List.of("count 0", "count 0"), rig.responses());
        }
    }

    @Test
    void constructorsFailureIsTheTargets() {
        try (Rig rig = run("constructor", Script.start())) {
            assertEquals(List.of("n1: " + THROWN + "cannot be made", "n2: " + THROWN + "cannot be made"),
                    rig.failures());
        }
    }

    @Test
    void killIsNoFailure() {
        try (Rig rig = run("kill", Script.start().command("go"))) {
            assertEquals(List.of(), rig.failures());
            assertEquals(List.of("c1 -> n1: go", "n1 -> n1/kid: Kill", "n1/kid -> n1: Terminated(n1/kid)"),
                    rig.events());
        }
    }

    @Test
    void deathPactIsNoFailure() {
        try (Rig rig = run("pact", Script.start().command("go"))) {
            assertEquals(List.of(), rig.failures());
        }
    }

    @Test
    void failuresOfTasksAndTimersAreReported() {
        try (Rig rig = run("task", Script.start().command("go").command("timer").fire())) {
            assertEquals(List.of("n1: " + THROWN + "in a task", "n1: " + THROWN + "in a timer"), rig.failures());
        }
    }

    @Test
    void whatSupervisionDoesNotCatchIsReported() {
        try (Rig rig = run("task", Script.start().command("fatal"))) {
            assertEquals(List.of("n1: java.lang.LinkageError: past supervision"), rig.failures());
        }
    }

    @Test
    void anEndlessRecursionIsTheTargets() {
        try (Rig rig = run("task", Script.start().command("deep"))) {
            assertEquals(List.of("n1: java.lang.StackOverflowError"), rig.failures());
        }
    }

    @Test
    void memoryThatRunsOutIsABreachSinceNoRunCouldRepeatIt() {
        try (Rig rig = run("task", Script.start().command("memory"))) {
            assertEquals("n1 ran out of memory (Java heap space)", rig.breach());
        }
    }
}
