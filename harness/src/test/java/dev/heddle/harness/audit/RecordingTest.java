package dev.heddle.harness.audit;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.audit.TraceComparison.Verdict;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.Script;
import dev.heddle.harness.toy.ToyTarget;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class RecordingTest {
    private static final RunOptions OPTIONS = RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(60);

    private static List<String> campaign(ToyTarget target, RunOptions options) {
        List<String> lines = new ArrayList<>();
        new Recording(target, target.invariants(), options, lines::add)
                .campaign(Strategies.all().get(0), target.settings(options.network()), 3, 5);
        return lines;
    }

    private static Verdict compare(List<String> one, List<String> other) throws IOException {
        return TraceComparison.compare(
                new StringReader(String.join("\n", one)), new StringReader(String.join("\n", other)));
    }

    @Test
    void aRepeatableTargetIsRecordedAlikeReusedOrFresh() throws IOException {
        ToyTarget target = ToyTarget.of(3, Bug.VOTES_TWICE);
        List<String> once = campaign(target, OPTIONS);
        Verdict verdict = compare(once, campaign(target, OPTIONS.withFreshSystems(true)));
        assertTrue(verdict.difference().isEmpty(), verdict::toString);
        assertEquals(5, once.stream().filter(l -> l.startsWith("execution ")).count());
        assertEquals(5, once.stream().filter(l -> l.startsWith("ended ")).count());
    }

    @Test
    void stateThatLeaksIsFound() throws IOException {
        AtomicInteger leak = new AtomicInteger();
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withClaimSuffix(() -> " " + leak.incrementAndGet());
        Verdict verdict = compare(campaign(target, OPTIONS), campaign(target, OPTIONS));
        TraceComparison.Difference difference = verdict.difference().orElseThrow();
        assertTrue(difference.first().contains("claim 1"), difference::toString);
        assertTrue(difference.suspects().contains(Suspects.RANDOM), difference::toString);
    }

    @Test
    void aReplayIsRecordedWithItsEnd() {
        ToyTarget target = ToyTarget.of(3, Bug.VOTES_TWICE);
        List<String> lines = new ArrayList<>();
        Recording recording = new Recording(target, target.invariants(), OPTIONS, lines::add);
        recording.replay(Script.schedule(Script.TWO_LEADERS), 1);
        assertEquals("execution 0", lines.get(0));
        assertEquals("boot n1", lines.get(1));
        assertEquals("ended violated one-leader", lines.get(lines.size() - 1));
        recording.replay(Script.schedule("boot n1\nboot n1\n"), 1);
        assertEquals("ended diverged at event 2", lines.get(lines.size() - 1));
        lines.clear();
        recording.replay(Script.schedule("boot n1\n"), 2);
        int half = lines.size() / 2;
        assertEquals("ended passed", lines.get(half - 1));
        assertEquals("execution 1", lines.get(half));
        assertEquals(lines.subList(1, half), lines.subList(half + 1, lines.size()));
    }
}
