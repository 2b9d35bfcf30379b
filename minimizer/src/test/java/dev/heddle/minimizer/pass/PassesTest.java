package dev.heddle.minimizer.pass;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Matching;
import dev.heddle.minimizer.Mutation;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Proposals;
import dev.heddle.minimizer.Step;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class PassesTest {
    static final List<String> NODES = List.of("n1", "n2", "n3");

    /** Lines of the form {@code event @node <cause}. */
    static Execution execution(String... lines) {
        List<Event> events = new ArrayList<>();
        List<Step> steps = new ArrayList<>();
        for (String line : lines) {
            String[] parts = line.split(" @| <");
            events.add(Faults.VOCABULARY.parse(parts[0]));
            steps.add(new Step(
                    parts.length > 1 ? parts[1] : null, parts.length > 2 ? Integer.parseInt(parts[2]) : -1, List.of()));
        }
        return new Execution(
                NODES,
                new Schedule(Header.of("t", 3, 1), events),
                Violation.of("broken", List.of("n1"), ""),
                steps);
    }

    static final Execution STORY = execution(
            "boot n1 @n1",
            "boot n2 @n2",
            "boot n3 @n3",
            "fire n3 T #1 @n3",
            "crash n3 @n3",
            "fire n2 T #1 @n2",
            "deliver n2 -> n3 A #1 @n3 <5",
            "deliver n2 -> n1 A #1 @n1 <5",
            "recover n3 @n3",
            "deliver n1 -> n2 B #1 @n2 <7",
            "deliver n2 -> n1 C #1 @n1 <9");

    static List<Candidate> all(Pass pass, Execution execution, Rng order) {
        List<Candidate> candidates = new ArrayList<>();
        Proposals proposals = pass.propose(execution, order);
        for (Candidate c = proposals.next(); c != null; c = proposals.next()) {
            candidates.add(c);
        }
        return candidates;
    }

    static String lines(Candidate candidate) {
        return candidate.schedule().events().stream().map(Event::line).collect(Collectors.joining("; "));
    }

    static Set<String> texts(Pass pass) {
        return all(pass, STORY, null).stream().map(PassesTest::lines).collect(Collectors.toSet());
    }

    @Test
    void theCausalCutKeepsWhatHappenedBeforeTheEnd() {
        assertEquals(
                "boot n1; boot n2; boot n3; fire n2 T #1; deliver n2 -> n1 A #1; deliver n1 -> n2 B #1;"
                        + " deliver n2 -> n1 C #1",
                lines(all(new CausalCut(), STORY, null).get(0)));
    }

    @Test
    void singlesTryEveryEventAndEveryFaultWithItsEndInWhateverOrder() {
        List<Event> events = STORY.events();
        for (Rng order : new Rng[] {null, new Rng(1), new Rng(2), new Rng(3), new Rng(4)}) {
            Set<List<Event>> tried = all(new Singles(), STORY, order).stream()
                    .map(c -> c.schedule().events())
                    .collect(Collectors.toSet());
            for (int i = 0; i < events.size(); i++) {
                assertTrue(tried.contains(without(events, i, i)), "event " + i);
            }
            assertTrue(tried.contains(without(events, 4, 8)), "crash and recovery");
        }
    }

    @Test
    void aSweepPassesOverNoEventAfterAnAcceptance() {
        for (int seed = 0; seed < 20; seed++) {
            Proposals proposals = new Singles().propose(STORY, new Rng(seed));
            List<Event> current = STORY.events();
            Set<Event> removed = new HashSet<>();
            int places = 0;
            for (Candidate c = proposals.next(); c != null; c = proposals.next()) {
                List<Event> gone = new ArrayList<>(current);
                gone.removeAll(c.schedule().events());
                places += removed.addAll(gone) ? 1 : 0;
                if (places >= 4 && gone.size() == 1 && current.size() == STORY.events().size()) {
                    int place = current.indexOf(gone.get(0));
                    current = c.schedule().events();
                    List<Step> steps = new ArrayList<>(STORY.steps());
                    steps.remove(place);
                    proposals.accepted(
                            new Execution(STORY.nodes(), c.schedule(), STORY.violation(), steps));
                }
            }
            assertEquals(Set.copyOf(STORY.events()), removed, "seed " + seed);
        }
    }

    private static List<Event> without(List<Event> events, int one, int other) {
        return IntStream.range(0, events.size()).filter(i -> i != one && i != other).mapToObj(events::get).toList();
    }

    @Test
    void causalGroupsGoWithAllThatCameOfThem() {
        assertTrue(texts(new Offspring()).contains(
                "boot n1; boot n2; boot n3; fire n3 T #1; crash n3; recover n3"), texts(new Offspring()).toString());
    }

    @Test
    void externalsGoInHalvesAndAFaultWithItsEnd() {
        Set<String> texts = texts(new Externals());
        assertTrue(texts.stream().noneMatch(t -> t.contains("crash") != t.contains("recover")), texts.toString());
        assertTrue(texts.stream().anyMatch(t -> !t.contains("boot") && !t.contains("crash")), texts.toString());
    }

    @Test
    void aNodeGoesWithAllThatConcernsItAndTheLastTakesItsName() {
        Candidate candidate = all(new FewerNodes(), STORY, null).get(6);
        assertEquals(2, candidate.schedule().header().nodes());
        assertEquals("boot n2; boot n1; fire n1 T #1; crash n1; fire n2 T #1; deliver n2 -> n1 A #1; recover n1",
                lines(candidate));
    }

    @Test
    void twoNodesGoAtOnceAndTheLastTakesAName() {
        Set<String> texts = texts(new FewerNodes());
        assertTrue(texts.contains("boot n1; fire n1 T #1; crash n1; recover n1"), texts.toString());
    }

    @Test
    void eventsMoveNextToOthersOfTheirNode() {
        assertTrue(texts(new Switches()).contains(
                "boot n1; boot n2; boot n3; fire n3 T #1; crash n3; fire n2 T #1; deliver n2 -> n3 A #1;"
                        + " recover n3; deliver n2 -> n1 A #1; deliver n1 -> n2 B #1; deliver n2 -> n1 C #1"));
    }

    @Test
    void nodesAreNamedInTheOrderInWhichTheyAct() {
        assertEquals(
                "boot n1; boot n2; boot n3; fire n1 T #1; crash n1; fire n2 T #1; deliver n2 -> n1 A #1;"
                        + " deliver n2 -> n3 A #1; recover n1; deliver n3 -> n2 B #1; deliver n2 -> n3 C #1",
                lines(all(new NodeNames(), STORY, null).get(0)));
    }

    @Test
    void chunksCoverEverything() {
        List<Candidate> candidates = all(Chunks.removed(), STORY, null);
        for (Event event : STORY.events()) {
            assertTrue(candidates.stream().anyMatch(c -> !c.schedule().events().contains(event)), event.toString());
        }
    }

    @Test
    void longExecutionsOnlyArePutOff() {
        int size = STORY.events().size();
        assertEquals(List.of(), all(Chunks.putOff(size + 1), STORY, null));
        List<Candidate> candidates = all(Chunks.putOff(size), STORY, null);
        assertEquals(all(Chunks.removed(), STORY, null).size(), 2 * candidates.size());
        assertTrue(candidates.stream().allMatch(c -> c.matching() == Matching.IN_TURN));
    }

    @Test
    void aFairEndIsDoneWithoutOrWithItsHealingOnly() {
        Execution chosen = execution("boot n1 @n1", "settle 10s");
        Execution settled = new Execution(chosen.nodes(), chosen.schedule(), chosen.violation(), chosen.steps(),
                List.of(Faults.VOCABULARY.parse("fire n1 T #1")));
        assertEquals(
                List.of("boot n1; fire n1 T #1", "boot n1; heal all; fire n1 T #1"),
                all(new NoFairEnd(), settled, null).stream().map(PassesTest::lines).toList());
        assertEquals(List.of(), all(new NoFairEnd(), STORY, null));
    }

    static Set<String> changed(Mutation mutation) {
        Rng rng = new Rng(1);
        return IntStream.range(0, 3000)
                .mapToObj(i -> lines(mutation.mutate(STORY, rng)))
                .collect(Collectors.toSet());
    }

    @Test
    void neighboursOrCausalGroupsMoveElsewhereOrAreTakenAway() {
        Set<String> texts = changed(new Transplant());
        String rest = "fire n3 T #1; crash n3; recover n3; ";
        String group = "fire n2 T #1; deliver n2 -> n3 A #1; deliver n2 -> n1 A #1; deliver n1 -> n2 B #1;"
                + " deliver n2 -> n1 C #1";
        assertTrue(texts.contains("boot n1; boot n2; boot n3; " + rest + group), "a group after the rest");
        assertTrue(texts.contains("boot n1; boot n2; boot n3; " + group + "; " + rest.strip().replaceAll(";$", "")));
        assertTrue(texts.contains("boot n1; boot n2; boot n3; " + rest.strip().replaceAll(";$", "")), "without it");
        assertTrue(texts.contains("boot n1; boot n2; boot n3; fire n2 T #1; deliver n2 -> n3 A #1; fire n3 T #1;"
                + " crash n3; deliver n2 -> n1 A #1; recover n3; deliver n1 -> n2 B #1; deliver n2 -> n1 C #1"),
                "neighbours");
    }

    @Test
    void nothingCanBeMadeOfNothing() {
        Execution nothing = execution();
        Mutation detour = new Detour(new Exchange(Set.of()), new Detour.Kind(0.3, new Recast(NODES)),
                new Detour.Kind(0.3, new Transplant()), new Detour.Kind(0.3, new Postponement()));
        Rng rng = new Rng(1);
        for (int i = 0; i < 200; i++) {
            assertEquals(List.of(), detour.mutate(nothing, rng).schedule().events());
        }
    }

    @Test
    void aDetourIsTheUsualOneUnlessItIsOneOfTheOthers() {
        Candidate usual = Candidate.of(STORY, List.of(), Matching.EQUAL);
        Candidate one = Candidate.of(STORY, STORY.events(), Matching.EQUAL);
        Candidate other = Candidate.of(STORY, STORY.events(), Matching.FIRST_OF_KIND);
        Detour detour = new Detour((current, rng) -> usual, new Detour.Kind(0.5, (current, rng) -> one),
                new Detour.Kind(0.2, (current, rng) -> other));
        Rng rng = new Rng(1);
        List<Candidate> drawn = IntStream.range(0, 1000).mapToObj(i -> detour.mutate(STORY, rng)).toList();
        assertEquals(500, Collections.frequency(drawn, one), 60);
        assertEquals(200, Collections.frequency(drawn, other), 60);
        assertEquals(300, Collections.frequency(drawn, usual), 60);
    }

    @Test
    void everyFaultIsPutInEverywhere() {
        Set<String> texts = all(new StandIns(Set.of(Reset.KIND, Crash.KIND, Recover.KIND)),
                        execution("boot n1 @n1", "boot n2 @n2"), null)
                .stream().map(PassesTest::lines).collect(Collectors.toSet());
        // Three crashes, three recoveries, three of both, six connections, before each of the two events.
        assertEquals(30, texts.size());
        assertTrue(texts.contains("boot n1; reset n3 -> n1; boot n2"));
        assertTrue(texts.contains("crash n2; recover n2; boot n1; boot n2"));
    }

    @Test
    void whatIsPostponedGoesRightBeforeWhatNeedsIt() {
        Execution story = execution(
                "boot n3 @n3",
                "boot n1 @n1",
                "fire n2 T #1 @n2",
                "fire n1 T #1 @n1",
                "fire n1 T #2 @n1",
                "deliver n2 -> n3 A #1 @n3 <2",
                "deliver n1 -> n3 B #1 @n3 <3");
        Set<String> texts = IntStream.range(0, 300)
                .mapToObj(i -> lines(new Postponement().mutate(story, Rng.ofExecution(1, i))))
                .collect(Collectors.toSet());
        String sends = "fire n1 T #1; fire n1 T #2; deliver n2 -> n3 A #1; deliver n1 -> n3 B #1";
        assertTrue(texts.contains("boot n1; boot n3; fire n2 T #1; " + sends), "before what is sent to it");
        assertTrue(texts.contains("boot n3; boot n1; fire n1 T #1; fire n1 T #2; fire n2 T #1; deliver n2 -> n3 A #1;"
                + " deliver n1 -> n3 B #1"), "before what came of it");
        assertTrue(texts.stream().allMatch(text -> text.indexOf("boot n3") < text.indexOf("fire n2")));
        assertTrue(texts.stream().allMatch(text -> text.indexOf("fire n2") < text.indexOf("deliver n2")));
        assertTrue(texts.stream().allMatch(text -> text.indexOf("fire n1 T #1") < text.indexOf("fire n1 T #2")));
    }

    @Test
    void whatIsPostponedStaysBeforeTheFairEnd() {
        Execution story = execution("boot n1 @n1", "fire n1 T #1 @n1", "fire n2 T #1 @n2", "settle 5s");
        for (int i = 0; i < 100; i++) {
            String text = lines(new Postponement().mutate(story, Rng.ofExecution(1, i)));
            assertTrue(text.endsWith("settle 5s"), text);
        }
    }

    @Test
    void commandsGetTheSimplestText() {
        Execution commands =
                execution("command c1 -> n1 set w10", "command c2 -> n1 set w2", "command c1 -> n2 set w3");
        Set<String> texts = all(new CommandTexts(), commands, null).stream()
                .map(PassesTest::lines)
                .collect(Collectors.toSet());
        assertTrue(texts.contains("command c1 -> n1 set w2; command c2 -> n1 set w2; command c1 -> n2 set w3"));
        assertTrue(texts.contains("command c1 -> n1 set w10; command c2 -> n1 set w2; command c1 -> n2 set w2"));
        assertEquals(3, texts.size());
    }
}
