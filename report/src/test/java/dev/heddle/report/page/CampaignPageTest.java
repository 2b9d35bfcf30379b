package dev.heddle.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.report.page.CampaignPage.Figure;
import dev.heddle.report.page.CampaignPage.Form;
import dev.heddle.report.page.CampaignPage.Kind;
import dev.heddle.report.page.Section.Table;
import java.util.List;
import org.junit.jupiter.api.Test;

class CampaignPageTest {
    private static String page(Kind... kinds) {
        return new CampaignPage("raft", List.of(new Figure("1,024", "executions")), List.of(kinds),
                List.of(new Table("Strategies", List.of("strategy", "finds"), List.of(List.of("random", "3"))))).html();
    }

    @Test
    void whatBrokeIsToldWithTheWayToItsPage() {
        String page = page(new Kind("election-safety", "n1 and n2", 12, "report.html", List.of(
                        new Form("found", "20 deliveries", "found.schedule"),
                        new Form("minimized", "7 deliveries", "minimized.schedule"))),
                new Kind("log-matching", "n3", 40, null, List.of(new Form("found", "80 deliveries", null))));
        assertTrue(page.contains("<h1>2 kinds of violation</h1>"), page);
        assertTrue(page.contains("<h2><a href=\"report.html\">election-safety</a></h2><p>n1 and n2</p>"), page);
        assertTrue(page.contains("execution 12<br>found: 20 deliveries, <a href=\"found.schedule\">"
                + "<code>found.schedule</code></a><br>minimized: 7 deliveries, "
                + "<a href=\"minimized.schedule\"><code>minimized.schedule</code></a>"
                + "</p>"), page);
        assertTrue(page.contains("<h2>log-matching</h2>"), page);
        assertTrue(page.contains("<dt>executions</dt><dd>1,024</dd>"), page);
        assertTrue(page.contains("<th scope=\"row\">random</th><td>3</td>"), page);
        assertTrue(page.contains("script-src 'none'"), page);
    }

    @Test
    void nothingIsBrokenWhereNothingIs() {
        assertTrue(page().contains("<body class=\"campaign passed\">"), page());
        assertTrue(page().contains("<h1>Nothing is broken</h1>"), page());
    }

    @Test
    void contentsStayText() {
        String page = page(new Kind("<b>", "</p><script>alert('1')</script>@sections@", 1, "x\" onclick=\"y",
                List.of(new Form("<i>", "\"", "&\""))));
        assertFalse(page.contains("<script"), page);
        assertFalse(page.contains("<b>"), page);
        assertTrue(page.contains("href=\"x&quot; onclick=&quot;y\""), page);
        assertTrue(page.contains("<a href=\"&amp;&quot;\"><code>&amp;&quot;</code></a>"), page);
        assertEquals(1, page.split("<table", -1).length - 1);
    }
}
