package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.EndsSettling;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Typed actors are under the same control. */
class TypedTest {
    private static Rig run(String caseName, Script script) {
        return Rig.of("TypedCases", caseName).run(script);
    }

    private static List<String> armed(Rig rig) {
        World world = rig.coordinator().world();
        return IntStream.range(0, world.timerCount()).mapToObj(i -> world.timer(i).text()).sorted().toList();
    }

    @Test
    void spawnAndWatch() {
        try (Rig rig = run("spawn", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n1/kid: stop", "n1/kid -> n1: Terminated(n1/kid)",
                    "n1 -> n1: gone kid"), rig.events());
        }
    }

    @Test
    void ask() {
        try (Rig rig = run("ask", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n1/kid: Question[number=1, replyTo=n1/ask]",
                    "n1/kid -> n1/ask: 2", "run n1/ask Future", "n1/ask -> n1: 2"), rig.events());
        }
    }

    /** What was sent is shown, not what Akka makes of it; the scenario's own text is that of what was sent. */
    @Test
    void messageAdapters() {
        try (Rig rig = run("adapter", Script.start().command("go"))) {
            assertEquals(List.of("n1/kid -> n1: 2"), rig.events().subList(2, 3));
        }
        try (Rig rig = run("adapterWritten", Script.start().command("go"))) {
            assertEquals(List.of("n1/kid -> n1: Integer 2"), rig.events().subList(2, 3));
        }
    }

    /** The result of a future is shown as it is, whichever of the two interfaces it is piped by. */
    @ParameterizedTest
    @CsvSource({"java, 7", "scala, 7", "nothing, Success(null)",
        "failing, java.lang.IllegalStateException: no"})
    void whatIsPipedToOneselfIsShownAsItIs(String command, String text) {
        try (Rig rig = run("piped", Script.start().command(command))) {
            assertEquals(List.of("n1 -> n1: " + text),
                    rig.events().stream().filter(line -> line.startsWith("n1 -> n1")).toList());
        }
    }

    /** A message that is to be adapted is corrupted itself, and adapted then. */
    @ParameterizedTest
    @CsvSource({"1, Order[amount=2, Success(Order[amount=1", "2, Order[amount=1, Success(Order[amount=2"})
    void anAdaptedMessageIsCorruptedByItsComponents(int occurrence, String first, String second) {
        String order = " n2 -> n1 Order[amount=1, paid=false, item=book] #";
        Script script = Script.start().hold().command("go")
                .follow("deliver c1 -> n1 go #1").follow("deliver n1 -> n2 Offer #1");
        script = occurrence == 1 ? script : script.follow("deliver" + order + 1);
        try (Rig rig = run("offer", script.follow("corrupt" + order + occurrence + " variant 1").settle())) {
            List<String> adapted = rig.events().stream().filter(line -> line.startsWith("n1 -> n2: adapted")).toList();
            assertTrue(adapted.get(0).startsWith("n1 -> n2: adapted " + first), adapted.toString());
            assertTrue(adapted.get(1).startsWith("n1 -> n2: adapted " + second), adapted.toString());
        }
    }

    /** What strategies go by is the kind of what was sent, which Akka hands over in a kind of its own. */
    @Test
    void theKindOfAnAdaptedMessageIsThatOfWhatWasSent() {
        try (Rig rig = Rig.of("TypedCases", "adapterWritten")) {
            List<String> kinds = new ArrayList<>();
            Script script = Script.start().command("go");
            rig.run(script.seed(), world -> {
                Action next = script.choose(world);
                if (next instanceof Message message) {
                    kinds.add(message.kind());
                }
                return next;
            });
            assertEquals(List.of("go", "Question", "Integer"), kinds);
        }
    }

    @Test
    void textsOfAdaptersAndQuestionsRepeat() {
        RunOptions fresh = RunOptions.on(NetworkKind.FIFO).withFreshSystems(true);
        for (String name : List.of("ask", "adapter", "supervised")) {
            try (Rig reused = run(name, Script.start().command("go"));
                    Rig other = Rig.of("TypedCases", name, fresh).run(Script.start().command("go"))) {
                List<String> first = reused.events();
                assertEquals(first, reused.run(Script.start().command("go")).events());
                assertEquals(first, other.events());
            }
        }
    }

    @Test
    void timersByKey() {
        try (Rig rig = run("timers", Script.start().command("go"))) {
            assertEquals(List.of("one", "two"), armed(rig));
            rig.run(Script.start().command("go").fire().fire());
            assertEquals(List.of("c1 -> n1: go", "fire n1 one", "fire n1 two"), rig.events());
        }
    }

    @Test
    void supervisedFailureIsReportedAsThoseOfClassicActorsAre() {
        try (Rig rig = run("supervised", Script.start().command("go"))) {
            assertEquals(List.of("n1/kid: java.lang.IllegalStateException: boom"), rig.failures());
            assertEquals("n1 -> n1/kid: after", rig.events().get(2));
        }
    }

    @Test
    void resumedFailureIsReportedToo() {
        try (Rig rig = run("supervised", Script.start().command("on"))) {
            assertEquals(List.of("n1/steady: java.lang.IllegalStateException: boom"), rig.failures());
        }
    }

    @Test
    void restartWithBackoffIsATimer() {
        try (Rig rig = run("supervised", Script.start().command("slowly"))) {
            assertEquals(1, armed(rig).size(), armed(rig).toString());
        }
    }

    @Test
    void unsupervisedFailureIsReported() {
        try (Rig rig = run("unsupervised", Script.start().command("boom"))) {
            assertEquals(List.of("n1/kid: java.lang.IllegalStateException: boom"), rig.failures());
        }
    }

    @Test
    void receiveTimeout() {
        try (Rig rig = run("receiveTimeout", Script.start().fire().fire())) {
            assertEquals(List.of("fire n1 ReceiveTimeout", "fire n2 ReceiveTimeout"),
                    rig.events().stream().sorted().toList());
        }
    }

    @Test
    void scheduleOnce() {
        try (Rig rig = run("schedule", Script.start().command("go"))) {
            assertEquals(1, armed(rig).size());
            rig.run(Script.start().command("go").fire());
            assertEquals(List.of("c1 -> n1: go", "n1 -> n1/classic: hello"), rig.events().subList(0, 2));
            assertEquals(3, rig.events().size());
        }
    }

    /** Nobody but the till is sent a command, at whatever stage; the typed message says whom to answer. */
    @Test
    void commandsGoToSomeNodesAndSayWhomToAnswer() {
        Target target = Rig.target("TypedTill", 2, NetworkKind.FIFO, Map.of());
        FuzzSettings settings = new FuzzSettings(target.workload(), 2, 9, Set.of(), Map.of());
        try (Coordinator coordinator = new Coordinator(target, List.of(), RunOptions.on(NetworkKind.FIFO))) {
            int commands = 0;
            int answers = 0;
            int probes = 0;
            for (long seed = 1; seed <= 20; seed++) {
                Strategy random = Strategies.all().get(0).create(settings, new Rng(seed));
                coordinator.run(seed, EndsSettling.sometimes(random, new Rng(seed), 60, 1_000, 1), StepListener.NONE);
                for (ClientEvent event : coordinator.world().clients()) {
                    if (event instanceof ClientEvent.Invoked invoked) {
                        assertEquals(0, invoked.node(), invoked::toString);
                        commands++;
                        probes += invoked.client().equals(Workload.PROBER) ? 1 : 0;
                    }
                }
                for (Response response : coordinator.world().history().responses()) {
                    answers++;
                    assertTrue(response.text().matches("total [0-9]+"), response.text());
                }
            }
            assertTrue(answers > 20, "there were " + answers + " answers");
            assertTrue(commands - probes > 20, "there were " + commands + " commands and " + probes + " probes");
            assertTrue(probes > 0, "nobody was asked at a fair end");
        }
    }
}
