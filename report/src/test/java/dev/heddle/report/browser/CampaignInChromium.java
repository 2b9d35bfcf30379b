package dev.heddle.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.report.page.CampaignPage;
import dev.heddle.report.page.CampaignPage.Figure;
import dev.heddle.report.page.CampaignPage.Form;
import dev.heddle.report.page.CampaignPage.Kind;
import dev.heddle.report.page.GrowthChart;
import dev.heddle.report.page.GrowthChart.Curve;
import dev.heddle.report.page.GrowthChart.Point;
import dev.heddle.report.page.Section;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a campaign came to, as people look at it. */
class CampaignInChromium extends Browsing {
    private static final String HOSTILE = "</style><img src=x onerror=alert(1)>\"'";

    @TempDir
    private Path folder;

    private Page campaign() throws IOException {
        GrowthChart chart = new GrowthChart("Coverage " + HOSTILE, 1000, List.of(
                new Curve("states", List.of(new Point(1, 5), new Point(10, 50), new Point(1000, 100))),
                new Curve("kinds", List.of(new Point(1, 4), new Point(1000, 4))),
                new Curve("nothing", List.of(new Point(1, 0), new Point(1000, 0)))));
        Section table = new Section.Table("Messages " + HOSTILE,
                List.of("kind", "Leader", "Follower", "Candidate", "a mode with a very long name"),
                List.of(List.of("RequestVote", "1,024", "", "77", "1,000,000,000"), List.of(HOSTILE, "", "", "", "1")));
        String page = new CampaignPage("raft", List.of(new Figure("1,000", "executions")),
                List.of(new Kind("election-safety", "n1 and n2", 12, "report.html",
                        List.of(new Form("found", "20 deliveries", "found.schedule"),
                                new Form("met on the way, log-matching", "1 delivery", "other.schedule")))),
                List.of(chart, table, new Section.Lines("2 things never happened", List.of("this", HOSTILE)))).html();
        return opened(1400, 900, Files.writeString(folder.resolve("campaign.html"), page));
    }

    @Test
    void aCardLeadsToItsPageAndItsSchedules() throws IOException {
        Page page = campaign();
        String links = "[...document.querySelectorAll('.kind a')].map(a => a.href.split('/').pop())";
        assertEquals(List.of("report.html", "found.schedule", "other.schedule"), page.evaluate(links).value());
        assertEquals("other.schedule", page.text(".kind p a:last-of-type"));
    }

    @Test
    void itShowsWhatWasReachedAndWhatNeverWas() throws IOException {
        Page page = campaign();
        assertEquals("One kind of violation", page.text("h1"));
        assertEquals(3, page.count("svg.growth .curve"));
        assertEquals("states: 100", page.text(".legend li"));
        assertEquals(4, page.count("td.never"));
        assertEquals("never", page.text("td.never"));
        assertEquals(HOSTILE, page.text("tbody tr:nth-of-type(2) th"));
        assertEquals(0, page.count("img"));
        assertTrue(page.evaluate("document.querySelector('details ul').checkVisibility()").value().equals(false));
        page.click("summary");
        assertTrue(page.evaluate("document.querySelector('details ul').checkVisibility()").value().equals(true));
        assertEquals(HOSTILE, page.text("details li:nth-of-type(2)"));
    }

    /** A curve ends at the top right, whatever it came to; what never grew lies on the ground. */
    @Test
    void curvesEndWhereTheyShould() throws IOException {
        Page page = campaign();
        String box = "document.querySelectorAll('svg.growth .curve')[%d].getBBox()";
        double height = page.evaluate(box.formatted(0) + ".height").number();
        assertTrue(height > 150, () -> "the first curve is " + height + " high");
        assertEquals(0, page.evaluate(box.formatted(1) + ".height").number());
        assertEquals(page.evaluate(box.formatted(0) + ".y").number(), page.evaluate(box.formatted(1) + ".y").number());
        double top = page.evaluate(box.formatted(1) + ".y").number();
        assertTrue(page.evaluate(box.formatted(2) + ".y").number() > top + 150);
        assertNotEquals("none", page.evaluate(
                "getComputedStyle(document.querySelector('.growth .curve')).stroke").text());
    }

    @Test
    void bothThemesAreReadableAndEveryWidthFits() throws IOException {
        Page page = campaign();
        page.click("summary");
        assertEquals(List.of(), page.unreadable());
        page.screenshot(SCREENSHOTS.resolve("campaign-light.png"));
        page.prefer("dark");
        assertEquals(List.of(), page.unreadable());
        page.screenshot(SCREENSHOTS.resolve("campaign-dark.png"));
        for (int width : List.of(360, 390, 700, 2400)) {
            page.size(width, 900);
            assertTrue(page.overflow() <= 0,
                    () -> "at " + width + " it is wider than the window by " + page.overflow());
            assertEquals(List.of(), page.cutOff(), "at " + width);
            page.screenshot(SCREENSHOTS.resolve("campaign-" + width + ".png"));
        }
    }
}
