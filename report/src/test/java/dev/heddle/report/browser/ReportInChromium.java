package dev.heddle.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.minimizer.account.FirstDifference;
import dev.heddle.report.Courier;
import dev.heddle.report.SpaceTime;
import dev.heddle.report.page.Film;
import dev.heddle.report.page.ReportPage;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The page as people use it: it is looked at, stepped through, and given what would harm it. */
class ReportInChromium extends Browsing {
    private static final List<String> STORY = List.of("boot n1", "boot n2", "boot n3",
            "command c1 -> n1 red", "deliver c1 -> n1 red #1",
            "deliver n1 -> n2 Parcel{red} #1",
            "fire n3 Alarm #1",
            "command c1 -> n1 red", "deliver c1 -> n1 red #2",
            "crash n3",
            "deliver n1 -> n2 Parcel{red} #2",
            "recover n3",
            "partition n3 | n1 n2",
            "command c1 -> n2 lost", "deliver c1 -> n2 lost #1",
            "heal all",
            "command c1 -> n1 blue", "deliver c1 -> n1 blue #1",
            "deliver n1 -> n2 Parcel{blue} #1");
    private static final int STEPS = STORY.size();
    private static final int PASSED_ON = 5;
    private static final int SECOND_PARCEL = 11;

    @TempDir
    private Path folder;
    private Page page;

    private static Film film(String name, List<String> lines) {
        Map<String, String> right = new TreeMap<>(Map.of("parcels", "1", "last", "Parcel{red}"));
        return film(name, lines, new FirstDifference(SECOND_PARCEL, "n2 gets Parcel{red} from n1", "the-bug", false,
                "parcels 1 -> 2", "nothing changes", right));
    }

    private static Film film(String name, List<String> lines, FirstDifference difference) {
        SpaceTime execution = Courier.of(3).followed(NetworkKind.FIFO, lines);
        boolean broken = execution.violation() != null;
        return new Film(name, execution, broken ? difference : null,
                List.of("1-3. n1, n2, n3 start.", "11. n2 again."));
    }

    private Page opened(int width, int height, Film... films) throws IOException {
        return opened(width, height, null, films);
    }

    private Page opened(int width, int height, String campaign, Film... films) throws IOException {
        Path file = Files.writeString(folder.resolve("report.html"),
                new ReportPage(List.of(films), "./heddle replay 'it''s'.schedule", campaign).html());
        page = opened(width, height, file);
        return page;
    }

    private Page story() throws IOException {
        return opened(1400, 900, film("minimized", STORY));
    }

    private static final String SHOWN = "document.getElementById('campaign').checkVisibility()";

    @Test
    void itLeadsBackToTheCampaignWhereThereIsOne() throws IOException {
        story();
        assertEquals(false, page.evaluate(SHOWN).value());
        opened(390, 900, "campaign.html", film("minimized", STORY));
        assertEquals(true, page.evaluate(SHOWN).value());
        assertTrue(page.overflow() <= 0, () -> "it is wider than the window by " + page.overflow());
        for (String scheme : List.of("light", "dark")) {
            page.prefer(scheme);
            assertEquals(List.of(), page.unreadable(), scheme);
            page.screenshot(SCREENSHOTS.resolve("of-a-campaign-" + scheme + ".png"));
        }
        page.press("Tab");
        assertEquals("campaign", page.evaluate("document.activeElement.id").text());
        assertTrue(page.evaluate("document.activeElement.href").text().endsWith("/campaign.html"));
    }

    private String position() {
        return page.text("#position");
    }

    @Test
    void itSaysWhatIsBrokenAndBeginsWhereItGoesWrongFirst() throws IOException {
        story();
        assertEquals("load is broken", page.text("h1"));
        assertEquals("n2 has three parcels", page.text("#detail"));
        assertEquals("It goes wrong first at step 11: n2 gets Parcel{red} from n1.", page.text("#first"));
        assertEquals("11 / 19", position());
        assertEquals("It goes wrong first here", page.text(".card.wrong h3"));
        assertEquals("parcels121", page.text(".card.wrong tbody tr.differs"));
        assertEquals("n2 got exactly the same from n1 before, at step 6.", page.text(".again"));
        assertEquals("./heddle replay 'it''s'.schedule", page.text("#replay"));
        page.screenshot(SCREENSHOTS.resolve("wide-light.png"));
    }

    @Test
    void whereOnlyWhatWasSentDiffersThereIsNoTable() throws IOException {
        Map<String, String> right = new TreeMap<>(Map.of("parcels", "0", "last", "none"));
        opened(1400, 900, film("minimized", STORY, new FirstDifference(PASSED_ON, "n1 gets red from c1", "the-bug",
                false, "sends Parcel{red} to n2", "nothing changes", right)));
        assertEquals("It goes wrong first here", page.text(".card.wrong h3"));
        assertEquals(true, page.evaluate("document.querySelector('.card.wrong table') === null").value());
    }

    @Test
    void itIsSteppedByKeyboard() throws IOException {
        story();
        page.press("ArrowDown");
        assertEquals("12 / 19", position());
        page.press("ArrowUp");
        page.press("ArrowUp");
        assertEquals("10 / 19", position());
        page.press("End");
        assertEquals("19 / 19", position());
        page.press("ArrowDown");
        assertEquals("19 / 19", position());
        page.press("p");
        assertEquals("15 / 19", position());
        page.press("n");
        assertEquals("19 / 19", position());
        page.press("Home");
        assertEquals("1 / 19", position());
        page.press("w");
        assertEquals("11 / 19", position());
        page.press("v");
        assertEquals("19 / 19", position());
        assertEquals("Step 19: n2 gets Parcel{blue} from n1", page.text("#spoken"));
    }

    @Test
    void itIsSteppedByPointerAndSlider() throws IOException {
        story();
        page.click("#row-5");
        assertEquals("5 / 19", position());
        page.click("#forth");
        assertEquals("6 / 19", position());
        page.click("#to-first");
        assertEquals("1 / 19", position());
        page.evaluate("document.getElementById('slider').focus()");
        page.press("End");
        assertEquals("19 / 19", position());
        page.click(".node .link");
        assertNotEquals("19 / 19", position());
    }

    @Test
    void theCausalPastAndFutureOfAStepStandOut() throws IOException {
        story();
        page.click("#row-6");
        assertEquals(List.of(1, 2, 4, 5), page.rows(".row.past"));
        assertEquals(List.of(11, 15, 19), page.rows(".row.future"));
        assertEquals(List.of(6), page.rows(".row.selected"));
        assertTrue(page.rows(".row.beside").contains(7));
        assertEquals("↑", page.text("#row-5 .sign"));
        assertEquals("↓", page.text("#row-11 .sign"));
        assertEquals(1, page.count("svg .letter.chosen"));
    }

    @Test
    void whoPointsAtAnArrowSeesItsMessageAndWhoClicksKeepsIt() throws IOException {
        story();
        page.click("#row-1");
        double[] at = page.middle("svg .letter.delivered[data-letter=\"4\"] .shaft");
        page.move(at[0], at[1]);
        assertEquals("n1 → n2  Parcel{red}", page.text("#tip:not([hidden])"));
        assertEquals(List.of(1, 4), page.rows(".row.past"));
        page.move(5, 5);
        assertTrue((Boolean) page.evaluate("document.getElementById('tip').hidden").value());
        assertEquals(List.of(), page.rows(".row.past"));
        page.click(at[0], at[1]);
        assertEquals("6 / 19", position());
        assertEquals("The message n1 → n2", page.text("#inspector .card h3"));
        assertTrue(page.text("#inspector .contents").equals("Parcel{red}"));
    }

    @Test
    void theStateOfEveryNodeStandsBesideTheStep() throws IOException {
        story();
        assertEquals(3, page.count(".node"));
        assertEquals("parcels1 → 211", page.text(".node.acted .changed"));
        assertEquals("n3down", page.text(".node.out h4"));
        page.press("End");
        assertEquals("n2load", page.text(".node.guilty h4"));
        assertEquals("load is broken here", page.text(".card.broken h3"));
        page.press("Home");
        assertEquals(2, page.count(".node.out"));
    }

    @Test
    void faultsAreMarked() throws IOException {
        story();
        assertEquals(1, page.count("svg .band.fault"));
        assertEquals(3, page.count("svg .cut-bar"));
        assertEquals(1, page.count("svg .life.down"));
        assertEquals(1, page.count("svg .letter.lost .lost-mark"));
        assertEquals(3, page.count("svg .letter.answer") - 1);
    }

    @Test
    void foundAndMinimizedAreBothThere() throws IOException {
        opened(1400, 900, film("minimized", STORY), film("found", STORY.subList(0, 9)));
        assertEquals("minimized: 11 deliveries, 11 externals · found: 7 deliveries, 5 externals",
                page.text("#sizes"));
        page.click("#films label:nth-of-type(2)");
        assertEquals("9 / 9", position());
        assertEquals("Nothing is broken", page.text("h1"));
        assertTrue((Boolean) page.evaluate("document.getElementById('first').hidden").value());
        page.click("#films label:nth-of-type(1)");
        assertEquals("11 / 19", position());
    }

    @Test
    void aLinkCanNameTheStepAtWhichItOpens() throws IOException {
        opened(1400, 900, film("minimized", STORY), film("found", STORY.subList(0, 9)));
        page.openAt(folder.resolve("report.html"), 5);
        assertEquals("5 / 19", position());
        page.click("#films label:nth-of-type(2)");
        assertEquals("9 / 9", position());
    }

    @Test
    void hostileContentsStayText() throws IOException {
        String hostile =
                "</script><script>window.hacked=1</script><img src=x onerror=window.hacked=2>\"'`${1}<!--\u2028\u0000";
        String huge = "<b>" + "x".repeat(1_000_000);
        List<String> lines = new ArrayList<>(List.of("boot n1", "boot n2", "boot n3"));
        for (String text : List.of(hostile, huge)) {
            lines.add("command c1 -> n1 " + Escapes.escape(text));
        }
        lines.add("deliver c1 -> n1 " + Escapes.escape(hostile) + " #1");
        lines.add("deliver n1 -> n2 " + Escapes.escape("Parcel{" + hostile + "}") + " #1");
        opened(1400, 900, film(hostile, lines));
        page.press("Home");
        for (int i = 1; i < lines.size(); i++) {
            page.press("ArrowDown");
        }
        assertEquals(lines.size() + " / " + lines.size(), position());
        assertEquals("Parcel{" + hostile + "}", page.text("#inspector .contents"));
        assertEquals("undefined", page.evaluate("typeof window.hacked").text());
        assertEquals(0, page.count("body img, body b:not(.past):not(.future)"));
    }

    @Test
    void bothThemesAreReadable() throws IOException {
        story();
        String light = page.evaluate("getComputedStyle(document.body).backgroundColor").text();
        assertEquals(List.of(), page.unreadable(), "light");
        page.prefer("dark");
        assertNotEquals(light, page.evaluate("getComputedStyle(document.body).backgroundColor").text());
        assertEquals(List.of(), page.unreadable(), "dark");
        page.screenshot(SCREENSHOTS.resolve("wide-dark.png"));
        page.click("#theme");
        assertEquals(light, page.evaluate("getComputedStyle(document.body).backgroundColor").text());
        assertEquals("Dark", page.text("#theme"));
    }

    @Test
    void itFitsAPhoneAndAWall() throws IOException {
        story();
        for (int width : List.of(360, 700, 1000, 2400)) {
            page.size(width, 800);
            page.press("Home");
            assertTrue(page.overflow() <= 0,
                    () -> "at " + width + " it is wider than the window by " + page.overflow());
            page.screenshot(SCREENSHOTS.resolve("width-" + width + ".png"));
        }
        double beside = page.evaluate("inspector.getBoundingClientRect().left - scroll.getBoundingClientRect().right"
                .replace("inspector", "document.getElementById('inspector')")
                .replace("scroll.", "document.getElementById('scroll').")).number();
        assertTrue(beside > 0, "the state stands beside the diagram where there is room");
    }

    /** On a phone nothing is cut off: what there is no room for is scrolled to, in either theme. */
    @Test
    void onAPhoneEverythingCanBeScrolledTo() throws IOException {
        story();
        page.size(390, 900);
        for (String scheme : List.of("light", "dark")) {
            page.prefer(scheme);
            for (String key : List.of("Home", "End")) {
                page.press(key);
                assertEquals(List.of(), page.cutOff(), scheme + ", " + key);
                assertTrue(page.overflow() <= 0, () -> "it is wider than the window by " + page.overflow());
            }
            page.evaluate("document.getElementById('scroll').scrollLeft = 0");
            page.screenshot(SCREENSHOTS.resolve("phone-" + scheme + ".png"));
            double beyond =
                    page.evaluate("(() => { const box = document.getElementById('scroll'); box.scrollLeft = 1e6;"
                    + " const edge = box.getBoundingClientRect().right;"
                    + " return Math.max(...[...document.querySelectorAll('.row .text')]"
                    + ".map(e => e.getBoundingClientRect().right)) - edge; })()").number();
            assertTrue(beyond <= 1, "the end of the longest row is " + beyond + " too far to be scrolled to");
            page.screenshot(SCREENSHOTS.resolve("phone-" + scheme + "-scrolled.png"));
        }
        double wide = page.evaluate("document.getElementById('scroll').scrollWidth").number();
        assertTrue(wide > 390, "the longest row has room enough: " + wide);
        page.size(1400, 900);
        page.press("Home");
        assertTrue(page.evaluate("document.getElementById('scroll').scrollWidth"
                + " - document.getElementById('scroll').clientWidth").number() <= 0, "there is room for all of it");
    }

    @Test
    void threeThousandStepsAreNoMoreWorkThanWhatIsInSight() throws IOException {
        List<String> lines = new ArrayList<>(List.of("boot n1", "boot n2", "boot n3"));
        for (int i = 1; lines.size() < 3_000; i++) {
            lines.add("command c1 -> n3 " + i);
            lines.add("deliver c1 -> n3 " + i + " #1");
            if (i % 50 == 0) {
                lines.add("reset n3 -> n1");
            }
        }
        opened(1400, 900, film("found", lines));
        assertTrue(position().endsWith(" / 3000"), position());
        for (String key : List.of("Home", "End")) {
            page.press(key);
            int elements = page.count("*");
            assertTrue(elements < 2_000, () -> elements + " elements after " + key);
        }
        assertTrue(page.rows(".row.selected").contains(3_000), "the last step is not in sight");
        page.evaluate("document.getElementById('scroll').scrollTop = 0; new Promise(r => setTimeout(r, 50))");
        assertTrue(page.rows(".row").contains(1), "the first row is not drawn once it is scrolled to");
        System.out.println("3,000 steps are shown after "
                + Math.round(page.evaluate("performance.getEntriesByType('navigation')[0].domComplete").number())
                + " ms");
    }

    @Test
    void everyStepIsOnPaper() throws IOException {
        List<String> lines = new ArrayList<>(List.of("boot n1", "boot n2", "boot n3"));
        for (int i = 1; i < 200; i++) {
            lines.add("command c1 -> n3 " + i);
        }
        opened(1400, 900, film("found", lines));
        int inSight = page.rows(".row").size();
        page.evaluate("dispatchEvent(new Event('beforeprint'))");
        assertEquals(lines.size(), page.rows(".row").size());
        page.evaluate("dispatchEvent(new Event('afterprint'))");
        assertEquals(inSight, page.rows(".row").size());
        assertTrue(page.printed() > 10_000);
    }

    @Test
    void whoCannotSeeOrPointCanUseIt() throws IOException {
        story();
        page.press("Tab");
        assertEquals("theme", page.evaluate("document.activeElement.id").text());
        assertNotEquals("none", page.evaluate("getComputedStyle(document.activeElement).outlineStyle").text());
        assertEquals("row-11",
                page.evaluate("document.getElementById('scroll').getAttribute('aria-activedescendant')").text());
        assertEquals("true", page.evaluate("document.getElementById('row-11').getAttribute('aria-selected')").text());
        List<?> nameless = (List<?>) page.evaluate("[...document.querySelectorAll('button, input, [role=listbox]')]"
                + ".filter(e => !(e.getAttribute('aria-label') || /[a-z]/i.test(e.textContent) || e.closest('label')))"
                + ".filter(e => !e.matches('.link')).map(e => e.id)").value();
        assertEquals(List.of(), nameless);
    }

    @Test
    void theReplayCommandIsCopied() throws IOException {
        story();
        page.click("#copy");
        page.evaluate("new Promise(r => setTimeout(r, 100))");
        assertEquals("Copied", page.text("#copy"));
    }

    @Test
    void aLongStoryIsFoldedInItsMiddle() throws IOException {
        List<String> account = new ArrayList<>();
        for (int i = 1; i <= 60; i++) {
            account.add(i + ". something.");
        }
        account.add("Then it breaks.");
        Film told = film("minimized", STORY);
        opened(1400, 900, new Film("minimized", told.execution(), null, account));
        page.click("#account summary");
        assertEquals("28 more steps", page.text("#account details summary"));
        assertEquals(60, page.count("#account li .link"));
        String inSight = "[...document.querySelectorAll('#account li .link')].filter(e => e.checkVisibility()).length";
        assertEquals(32, page.evaluate(inSight).number());
        page.click("#account details summary");
        assertEquals(60, page.evaluate(inSight).number());
        assertEquals("13. something.", page.text("#account details li .link"));
        assertEquals("60. something.", page.text("#account > ol > li:last-child .link"));
    }

    @Test
    void theStoryInWordsLeadsToItsSteps() throws IOException {
        story();
        page.click("#account summary");
        page.click("#account li:nth-child(1) .link");
        assertEquals("1 / 19", position());
        assertFalse(page.text("#account ol").isEmpty());
    }
}
