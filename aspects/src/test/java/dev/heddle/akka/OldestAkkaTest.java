package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.loading.Realm;
import java.io.IOException;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** The same control over Akka 2.6.0 on Scala 2.12, with the same class files. */
class OldestAkkaTest {
    private static Realm realm;

    @BeforeAll
    static void open() throws IOException {
        realm = Rig.oldestAkka();
        assertEquals("2.6.0", realm.akkaVersion().orElseThrow());
    }

    @AfterAll
    static void close() {
        realm.close();
    }

    private static void eventsAreThoseOfTheNewest(String scenario, String caseName, Script script, Script same) {
        try (Rig oldest = Rig.of(realm, scenario, caseName).run(script);
                Rig newest = Rig.of(scenario, caseName).run(same)) {
            assertTrue(newest.events().size() > 0);
            assertEquals(newest.events(), oldest.events(), scenario + " " + caseName);
            assertEquals(newest.responses(), oldest.responses());
            assertEquals(newest.failures(), oldest.failures());
            assertEquals(newest.breach(), oldest.breach());
        }
    }

    @Test
    void messages() {
        for (String name : List.of("tell", "self", "forward", "ask", "stash", "selection", "router", "events",
                "deadLetters", "topLevel")) {
            eventsAreThoseOfTheNewest("Messages", name, Script.start().command("go").command("open"),
                    Script.start().command("go").command("open"));
        }
    }

    @Test
    void deathsAndFailures() {
        eventsAreThoseOfTheNewest("Watching", "peer",
                Script.start().crash("n2").recover("n2").command("go").crash("n2"),
                Script.start().crash("n2").recover("n2").command("go").crash("n2"));
        for (String name : List.of("restart", "kill", "task")) {
            eventsAreThoseOfTheNewest("Supervising", name, Script.start().command("go"), Script.start().command("go"));
        }
    }

    /** But for the receive timeout, which 2.6.0 itself goes on with when it is cancelled in its own handler. */
    @Test
    void timersAndTasks() {
        for (String name : List.of("timers", "fsm", "scheduler", "clock")) {
            eventsAreThoseOfTheNewest("Timed", name, Script.start().command("go").fire().fire(),
                    Script.start().command("go").fire().fire());
        }
        for (String name : List.of("scala", "onCommonPool", "askThenApply", "await")) {
            eventsAreThoseOfTheNewest("Tasks", name, Script.start().command("go"), Script.start().command("go"));
        }
    }
}
