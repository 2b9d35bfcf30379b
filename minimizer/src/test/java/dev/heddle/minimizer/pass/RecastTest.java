package dev.heddle.minimizer.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Pass;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** Of {@link PassesTest#STORY}, where n2 sends A to n3 and n1, n1 answers B, and n2 then sends C. */
class RecastTest {
    private static final String BOOTED = "boot n1; boot n2; boot n3; fire n3 T #1; crash n3; ";
    private static final String SENT = BOOTED + "fire n2 T #1; deliver n2 -> n3 A #1; ";
    private static final String RECEIVED = SENT + "deliver n2 -> n1 A #1; recover n3; ";

    private final Recast recast = new Recast(PassesTest.NODES);

    private static void contains(Set<String> texts, String text, String who) {
        assertTrue(texts.contains(text), who);
    }

    @Test
    void asAMutationItDrawsWhoFromWhereOnAndForHowLong() {
        Set<String> texts = PassesTest.changed(recast);
        contains(texts, BOOTED + "fire n1 T #1; deliver n1 -> n3 A #1; deliver n1 -> n2 A #1; recover n3;"
                + " deliver n2 -> n1 B #1; deliver n1 -> n2 C #1", "n1 and n2 change parts to the end");
        contains(texts, BOOTED + "fire n3 T #1; deliver n3 -> n3 A #1; deliver n3 -> n1 A #1; recover n3;"
                + " deliver n1 -> n3 B #1; deliver n3 -> n1 C #1", "n3 plays n2's part to the end");
        contains(texts, BOOTED + "fire n3 T #1; deliver n3 -> n3 A #1; deliver n2 -> n1 A #1; recover n3;"
                + " deliver n1 -> n2 B #1; deliver n2 -> n1 C #1", "n3 plays n2's part for a while");
        assertTrue(texts.stream().allMatch(RecastTest::allBootOnce));
    }

    @Test
    void asAPassItGivesEachNodeThePartOfEachOtherFromEachPlaceOn() {
        Set<String> texts = PassesTest.texts(recast);
        contains(texts, RECEIVED + "deliver n1 -> n3 B #1; deliver n3 -> n1 C #1", "n3 plays n2's part");
        contains(texts, RECEIVED + "deliver n2 -> n1 B #1; deliver n1 -> n2 C #1", "n1 and n2 change parts");
        contains(texts, RECEIVED + "deliver n2 -> n3 B #1; deliver n3 -> n2 C #1", "n1 to n2 to n3 to n1");
        contains(texts, RECEIVED + "deliver n3 -> n1 B #1; deliver n1 -> n3 C #1", "n1 to n3 to n2 to n1");
        assertTrue(texts.stream().allMatch(RecastTest::allBootOnce));
    }

    private static boolean allBootOnce(String text) {
        return PassesTest.NODES.stream().allMatch(node -> text.split("boot " + node, -1).length == 2);
    }

    @Test
    void whoDidNothingBeforeBootsWhereItGetsAPart() {
        Set<String> texts = PassesTest.texts(recast);
        contains(texts, "boot n2; boot n3; fire n3 T #1; crash n3; boot n1; fire n1 T #1; deliver n1 -> n3 A #1;"
                + " deliver n1 -> n1 A #1; recover n3; deliver n1 -> n1 B #1; deliver n1 -> n1 C #1", "n1 boots late");
        assertTrue(texts.stream().allMatch(text -> text.indexOf("boot n3") < text.indexOf("crash n")),
                "n3 did something before that");
    }

    @Test
    void whatWasSentBeforeGoesOnAsItWasOrIsGivenAwayToo() {
        Set<String> texts = PassesTest.texts(recast);
        String rest = "recover n3; deliver n2 -> n1 B #1; deliver n1 -> n2 C #1";
        contains(texts, SENT + "deliver n2 -> n1 A #1; " + rest, "A was sent before n1 and n2 change parts");
        contains(texts, SENT + "deliver n1 -> n2 A #1; " + rest, "A is given away");
    }

    private static final Execution OF_TWO = ofTwo();

    private static Execution ofTwo() {
        Execution small =
                PassesTest.execution("boot n1 @n1", "boot n2 @n2", "fire n2 T #1 @n2", "fire n2 T #2 @n2");
        return new Execution(List.of("n1", "n2"),
                new Schedule(Header.of("t", 2, 1), small.events()), small.violation(), small.steps());
    }

    /** What a pass makes of two nodes that takes three. */
    private static Set<String> wider(Pass pass) {
        List<Candidate> candidates = PassesTest.all(pass, OF_TWO, null);
        assertTrue(candidates.stream().allMatch(c -> c.schedule().header().nodes() <= 3), "one more at most");
        return candidates.stream()
                .filter(candidate -> candidate.schedule().header().nodes() == 3)
                .map(PassesTest::lines)
                .collect(Collectors.toSet());
    }

    @Test
    void aPartIsGivenToANodeMore() {
        Set<String> texts = wider(recast);
        contains(texts, "boot n1; boot n2; fire n2 T #1; boot n3; fire n3 T #2", "booted there");
        contains(texts, "boot n3; boot n1; boot n2; fire n2 T #1; fire n3 T #2", "booted at first");
    }

    @Test
    void noClusterBecomesLargerThanItWasOrHasNodesOfUnknownNames() {
        assertEquals(Set.of(), wider(new Recast(List.of("n1", "n2"))));
        assertEquals(Set.of(), wider(new Recast(List.of("a", "b", "c"))));
        List<Pass> changes = Passes.all(Set.of()).apply(PassesTest.STORY).changes();
        assertTrue(changes.stream().anyMatch(pass -> !wider(pass).isEmpty()), "the first execution had three");
    }
}
