package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.world.HookError;
import dev.heddle.report.page.Film;
import dev.heddle.report.page.ReportPage;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/**
 * The page that a run leaves beside its schedules.
 *
 * @param replay the arguments that replay a schedule
 * @param campaign the name of the page about all that the run found, or null where there is none
 */
record ReportFile(
        Filming filming, Output output, RunFiles files, Function<Path, List<String>> replay, String campaign) {
    static final String NAME = "report.html";

    /**
     * Writes it; where it is, or null where there is nothing to show. Whatever goes wrong here has no part in
     * what the run came to.
     *
     * @param name the page's name
     * @param find the find's file
     * @param result what became of making it small, or null
     */
    Path of(String name, Schedule found, Path find, MinimizeResult result) {
        boolean small = result != null && result.replayable();
        Map<String, Schedule> schedules = new LinkedHashMap<>();
        if (small) {
            schedules.put("minimized", result.minimized().execution().schedule());
        }
        schedules.put("found", found);
        try {
            List<Film> films = new ArrayList<>();
            for (Map.Entry<String, Schedule> one : schedules.entrySet()) {
                Filming.Shot shot = filming.shot(one.getKey(), one.getValue());
                if (shot.result().outcome() instanceof Outcome.Violated) {
                    films.add(shot.film());
                }
            }
            String command = Launch.commandLine(replay.apply(small ? result.schedule() : find));
            return films.isEmpty() ? null : files.save(name, new ReportPage(films, command, campaign).html());
        } catch (Exception | HookError e) {
            output.note("heddle: the report could not be made: " + e);
            return null;
        }
    }
}
