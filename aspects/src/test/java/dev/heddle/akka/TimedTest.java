package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.world.World;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Timers are the engine's, with names that people know. */
class TimedTest {
    private static Rig run(String caseName, Script script) {
        return Rig.of("Timed", caseName).run(script);
    }

    private static List<String> armed(Rig rig) {
        World world = rig.coordinator().world();
        return IntStream.range(0, world.timerCount()).mapToObj(i -> world.timer(i).text()).sorted().toList();
    }

    @Test
    void timersByKey() {
        try (Rig rig = run("timers", Script.start().command("go"))) {
            assertEquals(List.of("2", "one", "three"), armed(rig));
        }
    }

    @Test
    void firingIsOneStepAndArmsThePeriodicOnesAnew() {
        try (Rig rig = run("timers", Script.start().command("go").fire().fire().fire().fire())) {
            assertEquals(List.of("c1 -> n1: go", "fire n1 one", "fire n1 three", "fire n1 2", "fire n1 three"),
                    rig.events());
            assertEquals(List.of("three"), armed(rig));
            assertEquals(2 + 1 + 4, rig.coordinator().world().deliveries());
        }
    }

    @Test
    void stateMachines() {
        try (Rig rig = run("fsm", Script.start().command("go"))) {
            assertEquals(List.of("StateTimeout", "bulb"), armed(rig));
        }
    }

    @Test
    void receiveTimeout() {
        try (Rig rig = run("receiveTimeout", Script.start().command("go").fire())) {
            assertEquals(List.of("c1 -> n1: go", "fire n1 ReceiveTimeout"), rig.events());
            assertEquals(List.of("timed out"), rig.responses());
            assertEquals(List.of(), armed(rig));
        }
    }

    @Test
    void schedulerSendsAndRuns() {
        try (Rig rig = run("scheduler", Script.start().command("go"))) {
            assertEquals(List.of("Timed.lambda", "again", "message"), armed(rig));
        }
    }

    @Test
    void whatARunnableSendsToItsOwnNodeArrivesInTheSameStep() {
        try (Rig rig = run("scheduler", Script.start().command("go").fire().fire().command("cancel").fire())) {
            assertEquals(List.of("c1 -> n1: go", "fire n1 message", "fire n1 again", "c1 -> n1: cancel",
                    "fire n1 Timed.lambda"), rig.events());
            assertEquals(List.of("message", "again", "from a runnable"), rig.responses());
            assertEquals(List.of(), armed(rig));
        }
    }

    @Test
    void virtualTimePassesByTimers() {
        try (Rig rig = run("clock", Script.start().command("go").fire())) {
            assertEquals(List.of("5000000000"), rig.responses());
        }
    }

    @Test
    void crashForgetsThem() {
        try (Rig rig = run("many", Script.start().fire().crash("n1"))) {
            assertEquals(List.of(), armed(rig));
        }
    }
}
