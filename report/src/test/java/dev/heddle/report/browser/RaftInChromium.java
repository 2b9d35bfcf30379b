package dev.heddle.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

/**
 * The pages about the bundled Raft, as the command line writes them: about the shortest schedule known of raft-45, and
 * about a campaign. .ci/page-tests has them written first and says where they are.
 */
class RaftInChromium extends Browsing {
    private static final Pattern FIRST =
            Pattern.compile("It goes wrong first at step (\\d+): (n\\d) gets (VoteReply) from (n\\d)\\.");

    private static Path written(String name) {
        String folder = System.getProperty("heddle.pages");
        assertNotNull(folder, "run .ci/page-tests, which writes the pages that are looked at here");
        return Path.of(folder, name);
    }

    private Matcher first(Page page) {
        Matcher first = FIRST.matcher(page.text("#first"));
        assertTrue(first.matches(), page.text("#first"));
        return first;
    }

    @Test
    void itOpensAtTheGrantThatCountsTwice() throws IOException {
        Page page = opened(1400, 900, written("raft-45.html"));
        assertEquals("election-safety is broken", page.text("h1"));
        Matcher first = first(page);
        String step = first.group(1);
        assertTrue(page.text("#position").startsWith(step + " / "), page.text("#position"));
        assertEquals(List.of(Integer.valueOf(step)), page.rows(".row.selected"));
        assertEquals("It goes wrong first here", page.text(".card.wrong h3"));
        assertTrue(page.text(".card.wrong").contains("With raft-45"), page.text(".card.wrong"));
        assertTrue(page.texts(".card.wrong tbody tr.differs th").containsAll(List.of("role", "votes")),
                () -> page.texts(".card.wrong tbody tr.differs th").toString());
        assertTrue(page.text(".again").startsWith(first.group(2) + " got exactly the same from " + first.group(4)
                + " before, at step "), page.text(".again"));
        assertTrue(page.text("#inspector .contents").startsWith(first.group(3) + "{"),
                page.text("#inspector .contents"));
        page.screenshot(SCREENSHOTS.resolve("raft-45.png"));
    }

    @Test
    void itSaysWhatACampaignReachedAndWhatEachStrategyCameTo() throws IOException {
        Page page = opened(1400, 900, written("raft-raft-45-1/campaign.html"));
        List<String> titles = page.texts("h2");
        assertTrue(titles.containsAll(List.of("What each strategy came to", "Coverage, from execution to execution",
                "Changes of mode")), titles::toString);
        List<String> rows = page.texts("tbody th");
        assertTrue(rows.containsAll(
                List.of("pct", "pct + feedback", "RequestVote", "ElectionTimeout", "Leader", "1,500")), rows::toString);
        assertTrue(page.count("td.never") > 0, "a leader never becomes a candidate at once");
        assertEquals(List.of(), page.unreadable());
        assertTrue(page.overflow() <= 0);
        page.screenshot(SCREENSHOTS.resolve("raft-campaign.png"));
        page.prefer("dark");
        assertEquals(List.of(), page.unreadable());
        page.size(400, 900);
        assertTrue(page.overflow() <= 0);
        page.screenshot(SCREENSHOTS.resolve("raft-campaign-narrow.png"));
    }
}
