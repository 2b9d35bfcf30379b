package dev.heddle.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page about a campaign and those about its finds are of one mind, and lead to each other. */
class CampaignFileTest {
    @TempDir
    private Path out;

    private Path run(String name, String... more) {
        List<String> arguments = new ArrayList<>(List.of("fuzz", "toy", "--seed", "1", "--out", out.toString()));
        arguments.addAll(List.of(more));
        Ran.toy(arguments.toArray(String[]::new));
        return out.resolve(name);
    }

    private Path campaign() {
        return run("toy-greedy-45+tired-47-1", "--bug", ToyTargets.GREEDY, "--bug", ToyTargets.TIRED, "--keep-going",
                "--executions", "200");
    }

    private static Map<?, ?> data(Path page) throws IOException {
        String mark = "<script type=\"application/json\" id=\"data\">";
        String html = Files.readString(page);
        int from = html.indexOf(mark) + mark.length();
        return (Map<?, ?>) Ran.json(html.substring(from, html.indexOf("</script>", from)));
    }

    @Test
    void everyScheduleOfTheRunCanBeOpened() throws IOException {
        Path run = campaign();
        String html = Files.readString(run.resolve("campaign.html"));
        List<String> schedules;
        try (Stream<Path> files = Files.list(run)) {
            schedules = files.map(file -> file.getFileName().toString()).filter(f -> f.endsWith(".schedule")).toList();
        }
        assertTrue(schedules.containsAll(List.of("found.schedule", "minimized-2.schedule", "other.schedule")),
                schedules.toString());
        for (String name : schedules) {
            assertTrue(html.contains(", <a href=\"" + name + "\"><code>" + name + "</code></a>"), name);
        }
        assertTrue(html.contains("<br>met on the way, "), html);
    }

    @Test
    void theSummarySaysWhatElseWasMetOnTheWay() throws IOException {
        Map<?, ?> summary = (Map<?, ?>) Ran.json(Files.readString(campaign().resolve("summary.json")));
        List<String> met = new ArrayList<>();
        for (Object find : (List<?>) summary.get("violations")) {
            String own = (String) ((Map<?, ?>) find).get("invariant");
            Map<?, ?> minimized = (Map<?, ?>) ((Map<?, ?>) find).get("minimized");
            List<Object> schedules = new ArrayList<>();
            for (Object other : (List<?>) minimized.get("otherViolations")) {
                schedules.add(((Map<?, ?>) other).get("schedule"));
                String line = "violation: " + ((Map<?, ?>) other).get("invariant");
                assertTrue(Files.readString(out.resolve((String) ((Map<?, ?>) other).get("schedule"))).contains(line));
                met.add(own + ", then " + ((Map<?, ?>) other).get("invariant"));
            }
            assertEquals(minimized.get("others"), schedules);
        }
        assertEquals(List.of("fair-share, then sane", "sane, then fair-share"), met);
    }

    @Test
    void aCardSaysWhatItsPageSaysAndTheyLeadToEachOther() throws IOException {
        Path run = campaign();
        String html = Files.readString(run.resolve("campaign.html"));
        for (String name : List.of("report.html", "found-2.html")) {
            Map<?, ?> page = data(run.resolve(name));
            Map<?, ?> first = (Map<?, ?>) ((Map<?, ?>) ((List<?>) page.get("films")).get(0)).get("execution");
            Map<?, ?> violation = (Map<?, ?>) first.get("violation");
            String card = "<h2><a href=\"" + name + "\">" + violation.get("invariant") + "</a></h2><p>"
                    + violation.get("detail") + "</p>";
            assertTrue(html.contains(card), card + " is not in " + html);
            assertEquals("campaign.html", page.get("campaign"));
        }
    }

    @Test
    void aPageOfNoCampaignLeadsToNone() throws IOException {
        Path run = run("toy-greedy-45-1", "--bug", ToyTargets.GREEDY);
        assertNull(data(run.resolve("report.html")).get("campaign"));
    }

    @Test
    void whatEndedTheCampaignIsShownToo() throws IOException {
        Path run = run("toy-blocking-1", "--bug", ToyTargets.BLOCKING, "--keep-going", "--executions", "50");
        String html = Files.readString(run.resolve("campaign.html"));
        assertTrue(html.contains("<h2>the harness&#39;s rules</h2><p>"), html);
        assertTrue(html.contains("waited for a lock"), html);
        assertTrue(html.contains("<a href=\"found.schedule\">"), html);
        assertFalse(html.contains("Nothing is broken"), html);
    }
}
