package dev.heddle.cli;

import dev.heddle.cli.FuzzResult.Kept;
import dev.heddle.harness.fuzz.Find;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** The finds of a campaign on disk, brought up to date while it still runs. */
final class KeptFinds {
    private static final Logger LOG = LoggerFactory.getLogger(KeptFinds.class);
    private final RunFiles files;
    private List<Kept> kept = List.of();

    KeptFinds(RunFiles files) {
        this.files = files;
    }

    /**
     * Makes the files those of these finds. A lower execution's find takes the place of a higher one's;
     * what is there already is not written again.
     */
    List<Kept> save(List<Find> finds) {
        List<Kept> now = new ArrayList<>();
        for (Find find : finds) {
            int i = now.size();
            boolean known = i < kept.size() && kept.get(i).find() == find;
            now.add(known ? kept.get(i) : write(find, RunFiles.name("found", i, ".schedule")));
        }
        for (Kept old : kept.subList(Math.min(now.size(), kept.size()), kept.size())) {
            files.delete(old.schedule());
        }
        kept = List.copyOf(now);
        return kept;
    }

    private Kept write(Find find, String name) {
        LOG.debug("execution {}: {}, {} events, seed {}", find.execution(), what(find),
                find.schedule().events().size(), find.schedule().header().seed());
        String text = ScheduleFormat.write(find.schedule(), List.of(what(find), "execution " + find.execution()));
        Path file = files.saveSchedule(name, text);
        return Kept.of(find, file);
    }

    private static String what(Find find) {
        if (find.outcome() instanceof Outcome.Violated v) {
            return v.violation().invariant() + ": " + v.violation().detail();
        }
        return find.outcome() instanceof Outcome.Faulty f
                ? "ended by a fault of the scenario's: " + f.error().getMessage()
                : "rejected: " + ((Outcome.Rejected) find.outcome()).breach().what();
    }
}
