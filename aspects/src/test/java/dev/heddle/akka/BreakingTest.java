package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.strategy.Outcome;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** What no run could repeat is refused, with the place and a remedy. */
@Timeout(60)
class BreakingTest {
    @Test
    void eachWayToWaitIsRefused() {
        try (Rig rig = Rig.of("Breaking", "wait")) {
            String names = rig.run(Script.start().command("names")).responses().get(0);
            assertAll(Stream.of(names.split(" ")).map(name -> () -> {
                rig.run(Script.start().command(name));
                if (name.endsWith(".free")) {
                    assertEquals(List.of("done"), rig.responses(), name);
                } else {
                    assertNotNull(rig.breach(), name + " was let through");
                    assertTrue(rig.breach().startsWith("n1 "), rig.breach());
                    assertEquals(List.of(), rig.responses(), name);
                }
            }));
        }
    }

    @Test
    void stackShowsThePlace() {
        try (Rig rig = Rig.of("Breaking", "wait").run(Script.start().command("sleep"))) {
            Outcome.Rejected rejected = (Outcome.Rejected) rig.outcome();
            assertEquals("n1 called Thread.sleep(..)", rejected.breach().what());
            assertTrue(Stream.of(rejected.breach().culprit().getStackTrace())
                    .anyMatch(f -> f.getClassName().startsWith("dev.heddle.scenarios.Breaking")));
            assertTrue(rejected.breach().remedy().contains("timer"), rejected.breach().remedy());
        }
    }

    @Test
    void supervisionDoesNotSeeIt() {
        try (Rig rig = Rig.of("Breaking", "caught").run(Script.start().command("go"))) {
            assertEquals("n1/kid called Thread.sleep(..)", rig.breach());
            assertEquals(List.of(), rig.failures());
        }
    }

    @Test
    void systemIsAsGoodAsNewAfterwards() {
        try (Rig rig = Rig.of("Breaking", "wait")) {
            for (int i = 0; i < 3; i++) {
                assertNotNull(rig.run(Script.start().command("sleep")).breach());
                assertEquals(List.of("done"), rig.run(Script.start().command("lock.free")).responses());
            }
        }
    }

    @Test
    void aNodeMustNotEndTheSystem() {
        try (Rig rig = Rig.of("Breaking", "terminate").run(Script.start().command("go"))) {
            assertTrue(rig.breach().startsWith("n1 ended the actor system"), rig.breach());
        }
    }

    @Test
    void aNodeMustNotMakeASystemOfItsOwn() {
        try (Rig rig = Rig.of("Breaking", "terminate").run(Script.start().command("another"))) {
            assertEquals("n1 made an actor system of its own", rig.breach());
        }
    }

    private static void foreign(String command, String what) {
        try (Rig rig = Rig.of("Breaking", "foreign").run(Script.start().command(command))) {
            assertTrue(rig.breach().startsWith("thread foreign, which is not under control, " + what), rig.breach());
            Throwable culprit = ((Outcome.Rejected) rig.outcome()).breach().culprit();
            assertTrue(Stream.of(culprit.getStackTrace()).anyMatch(f -> f.getClassName().contains("Breaking")));
            assertTrue(Stream.of(culprit.getSuppressed()[0].getStackTrace())
                    .anyMatch(f -> f.getClassName().contains("Coordinator")));
        }
    }

    @Test
    void messagesOfForeignThreads() {
        foreign("go", "sent java.lang.String to n2");
    }

    @Test
    void messagesOfForeignThreadsToActors() {
        foreign("raw", "sent java.lang.String to akka://heddle/user/n1");
    }

    @Test
    void actorsMadeByForeignThreads() {
        foreign("actorOf", "scheduled akka://heddle/user");
    }

    @Test
    void timersOfForeignThreads() {
        foreign("timer", "armed a timer");
    }
}
