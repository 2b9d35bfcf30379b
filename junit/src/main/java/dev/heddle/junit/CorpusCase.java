package dev.heddle.junit;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleException;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Divergence;
import dev.heddle.harness.strategy.Outcome;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.opentest4j.TestAbortedException;

/**
 * A schedule that was kept: no invariant may break when it is followed.
 *
 * <p>One that records a violation was kept because of a bug. Once the bug is mended, the actors often do something
 * else, and the schedule cannot be followed to the letter any more: it is then followed as far as it goes, and where
 * nothing breaks the case counts as neither passed nor failed.
 *
 * @param name its path in the corpus, by which no two are called the same
 */
record CorpusCase(String name, Path file, Settings settings, Realms realms, Verdict verdict) implements Case {

    @Override
    public void run() {
        Schedule schedule = read();
        Header header = schedule.header();
        if (!header.target().equals(settings.scenario())) {
            throw new TestAbortedException(file + " is about " + header.target() + ", this test about "
                    + settings.scenario());
        }
        TargetFactory factory = Realms.opened(realms::shared);
        Settings.checkNames(factory, header);
        Target target = Realms.opened(() -> Realms.target(factory, header));
        List<String> invariants = settings.invariants(target, header);
        Playback playback = new Playback(target, invariants);
        Playback.Result strict = playback.strict(schedule);
        if (!(strict.outcome() instanceof Outcome.Diverged diverged)) {
            judge(strict, factory, invariants, "");
            return;
        }
        String where = "it diverges at event " + diverged.divergence().event();
        if (header.violation().isEmpty()) {
            throw verdict.failure(List.of(file + " cannot be followed any more: " + where),
                    details(diverged.divergence()),
                    List.of("if the actors are meant to behave like this now, record the schedule anew or remove it: "
                            + file));
        }
        Playback.Result lenient = playback.lenient(schedule);
        judge(lenient, factory, invariants, " (" + where + "; "
                + Quantity.of(lenient.skipped(), "event was", "events were") + " skipped)");
        throw new TestAbortedException(String.join(System.lineSeparator(), stale(where, diverged.divergence())));
    }

    private Schedule read() {
        try {
            return ScheduleFormat.read(file, Faults.VOCABULARY);
        } catch (ScheduleException | IOException e) {
            throw new BrokenTestException(e.getMessage(), e);
        }
    }

    private void judge(Playback.Result result, TargetFactory factory, List<String> invariants, String how) {
        if (result.outcome() instanceof Outcome.Violated violated) {
            throw verdict.failure(
                    List.of(name() + ": " + violated.violation().headline(), "  when " + file + " is replayed" + how),
                    Verdict.lines(settings.narrative(factory, invariants, result.executed().header())
                            .of(result.executed(), violated.violation())),
                    List.of("replay it alone:", "  " + verdict.replay(file)));
        } else if (result.outcome() instanceof Outcome.Rejected rejected) {
            throw verdict.rejected(rejected.breach(), file.toString(), file);
        } else if (result.outcome() instanceof Outcome.Faulty faulty) {
            throw new BrokenTestException(faulty.error().getMessage(), faulty.error());
        }
    }

    private static List<String> details(Divergence divergence) {
        String pending = divergence.pending().isEmpty() ? "nothing" : String.join(", ",
                divergence.pending().subList(0, Math.min(5, divergence.pending().size())));
        return List.of("  expected: " + divergence.expected(), "  pending: " + pending);
    }

    private List<String> stale(String where, Divergence divergence) {
        return List.of(
                file + " breaks nothing any more, but cannot be followed to the letter: " + where,
                "  expected: " + divergence.expected(),
                "  that is usual once its bug is mended; it is checked as far as it goes. If the messages have changed,"
                        + " fuzz with the bug put back to record it anew, or remove the file.");
    }
}
