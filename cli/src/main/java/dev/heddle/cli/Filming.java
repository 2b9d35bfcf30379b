package dev.heddle.cli;

import dev.heddle.harness.fuzz.Pulse;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.minimizer.account.Account;
import dev.heddle.minimizer.account.Chronicle;
import dev.heddle.minimizer.account.FirstDifference;
import dev.heddle.report.SpaceTimeRecorder;
import dev.heddle.report.page.Film;
import java.util.List;

/**
 * Schedules followed and taken down for people to look at.
 *
 * @param invariants ids of those that are checked
 */
record Filming(Environment environment, Subject subject, List<String> invariants, int checkEvery) {
    /**
     * What was taken down.
     *
     * @param result how the replay ended; the film shows what happened until then
     */
    record Shot(Film film, Replay.Result result) {}

    /**
     * Follows a schedule strictly.
     *
     * @param name what it is to people
     * @throws RejectedException where a handler hangs; its thread is left behind
     */
    Shot shot(String name, Schedule schedule) throws Exception {
        Pulse pulse = new Pulse();
        return environment.watched(() -> shot(name, schedule, pulse), pulse);
    }

    private Shot shot(String name, Schedule schedule, Pulse pulse) {
        int nodes = schedule.header().nodes();
        SpaceTimeRecorder recorder = new SpaceTimeRecorder();
        Chronicle seen = new Chronicle();
        Outcome outcome;
        long deliveries;
        try (Replayer replayer = replayer(subject.anotherOfAnySize().apply(nodes), schedule.header())) {
            pulse.of(replayer.coordinator());
            outcome = replayer.strict(schedule, (action, world) -> {
                recorder.stepped(action, world);
                seen.stepped(action, world);
            }).outcome();
            deliveries = replayer.coordinator().world().deliveries();
        }
        Violation violation = outcome instanceof Outcome.Violated violated ? violated.violation() : null;
        Film film = new Film(name, recorder.recorded(schedule, violation), null, List.of());
        return new Shot(
                violation == null ? film : told(film, seen, violation, pulse),
                new Replay.Result(outcome, List.of(), deliveries, null, null, 0));
    }

    /** The film with its story, and where it goes wrong first if there is a right execution to hold against it. */
    private Film told(Film film, Chronicle seen, Violation violation, Pulse pulse) {
        Schedule schedule = film.execution().schedule();
        Account account = new Account(seen, violation);
        Target right = subject.right(schedule.header().nodes()).orElse(null);
        if (right == null) {
            return new Film(film.name(), film.execution(), null, account.lines());
        }
        Chronicle without = new Chronicle();
        try (Replayer replayer = replayer(right, schedule.header())) {
            pulse.of(replayer.coordinator());
            replayer.lenient(schedule, without);
        }
        String defect = String.join(", ", schedule.header().bugs());
        FirstDifference difference = account.firstDifference(without, defect).orElse(null);
        return new Film(film.name(), film.execution(), difference, account.linesAgainst(without, defect));
    }

    private Replayer replayer(Target target, Header header) {
        RunOptions options =
                RunOptions.on(header.network()).withTiming(header.timing()).withCheckEvery(checkEvery);
        return new Replayer(target, Subject.checked(target, invariants), options);
    }
}
