package dev.heddle.akka;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.ClientEvent;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Messages are the engine's, whichever way Akka carries them. */
class MessagesTest {
    private static Rig run(String caseName, Script script) {
        return Rig.of("Messages", caseName).run(script);
    }

    @Test
    void tellBetweenNodes() {
        try (Rig rig = run("tell", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n2: ping", "n2 -> n1: pong"), rig.events());
            assertEquals(List.of("from n2: true"), rig.responses());
        }
    }

    @Test
    void messageToOneself() {
        try (Rig rig = run("self", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n1: again"), rig.events());
            assertEquals(List.of("first", "second"), rig.responses());
        }
    }

    @Test
    void forwardingNamesTheForwarder() {
        try (Rig rig = run("forward", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n2: passed on"), rig.events());
            assertEquals(List.of("answered by n2"), rig.responses());
        }
    }

    @Test
    void anAnswerSaysWhichCommandItIsForHoweverLateAndWhoeverGivesIt() {
        try (Rig rig = run("stash", Script.start().command("go").command("go").command("open"))) {
            assertEquals(List.of("2 opened", "0 unstashed", "1 unstashed"), answers(rig));
        }
        try (Rig rig = run("forward", Script.start().command("go").command("go"))) {
            assertEquals(List.of("0 answered by n2", "1 answered by n2"), answers(rig));
        }
    }

    private static List<String> answers(Rig rig) {
        return rig.coordinator().world().clients().stream()
                .filter(event -> event instanceof ClientEvent.Answered)
                .map(event -> event.operation() + " " + event.text())
                .toList();
    }

    @Test
    void askAndPipe() {
        try (Rig rig = run("ask", Script.start().command("go"))) {
            assertEquals(List.of("c1 -> n1: go", "n1 -> n2: question", "n2 -> n1/ask: answer",
                    "run n1/ask Future", "n1/ask -> n1: got answer"), rig.events());
            assertEquals(List.of("got answer"), rig.responses());
        }
    }

    @Test
    void askTimesOut() {
        try (Rig rig = run("ask", Script.start().hold().command("go").hold()
                .crash("n2").settle().fire())) {
            assertTrue(rig.events().contains("fire n1 AskTimeout"), rig.events().toString());
        }
    }

    @Test
    void unstashedMessagesRunInTheSameStepAndCount() {
        try (Rig rig = run("stash", Script.start().command("go").command("go").command("open"))) {
            assertEquals(List.of("c1 -> n1: go", "c1 -> n1: go", "c1 -> n1: open"), rig.events());
            assertEquals(List.of("opened", "unstashed", "unstashed"), rig.responses());
            assertEquals(2 + 3 + 2, rig.coordinator().world().deliveries());
        }
    }

    @Test
    void unstashedMessagesWaitForWhatAkkaHasQueued() {
        try (Rig rig = run("stashOrder", Script.start().command("one").command("two").command("open"))) {
            assertEquals(List.of(" one", " one child two"), rig.responses());
        }
    }

    @Test
    void selections() {
        try (Rig rig = run("selection", Script.start().command("go"))) {
            List<String> events = rig.events();
            assertTrue(events.containsAll(List.of("n1 -> n1/a: hello", "n1 -> n1/b: hello", "n1/a -> n1: child",
                    "n1 -> n2: Identify(7)", "n2 -> n1: ActorIdentity(7,Some(n2))",
                    "n1 -> n1: ActorIdentity(8,None)")), events.toString());
        }
    }

    @Test
    void routersSendInTheNameOfWhoeverRoutes() {
        try (Rig rig = run("router", Script.start().command("go"))) {
            assertEquals(List.of("from $a", "from $b"), rig.responses());
            assertTrue(rig.events().contains("n1 -> n1/pool/$a: work"), rig.events().toString());
        }
    }

    @Test
    void eventStreamReachesTheSubscribersOfThisExecutionOnly() {
        try (Rig rig = Rig.of("Messages", "events")) {
            for (int i = 0; i < 3; i++) {
                rig.run(Script.start().command("go"));
                assertEquals(List.of("c1 -> n1: go", "n1 -> n1: 42", "n1 -> n2: 42"),
                        rig.events().stream().sorted().toList());
            }
        }
    }

    @Test
    void deadLetters() {
        try (Rig rig = run("deadLetters", Script.start().command("go"))) {
            List<String> events = rig.events();
            assertTrue(events.contains("n1 -> n1: DeadLetter(lost,n1,deadLetters)"), events.toString());
            assertTrue(events.contains("n1/gone -> n1: DeadLetter(too late,n1,n1/gone)"), events.toString());
        }
    }

    @Test
    void topLevelActorsBelongToWhoeverMadeThem() {
        try (Rig rig = Rig.of("Messages", "topLevel")) {
            for (int i = 0; i < 2; i++) {
                rig.run(Script.start().command("go"));
                assertEquals(List.of("c1 -> n1: go", "n1 -> n1/~own: named", "n1 -> n1/~$n1-1: unnamed"), rig.events());
            }
        }
    }

    /** A mailbox holds one message at a time, so priorities have no say: which message goes first is the strategy's. */
    @Test
    void priorityMailboxesDeliver() {
        try (Rig rig = run("priority", Script.start().hold().command("slow").command("urgent").settle())) {
            assertEquals(List.of(), rig.failures());
            assertEquals(List.of("got slow", "got urgent"), rig.responses());
        }
    }
}
