package dev.heddle.maven;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.maven.TestReport.Case;
import dev.heddle.maven.TestReport.Ending;
import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import javax.xml.parsers.DocumentBuilderFactory;
import org.junit.jupiter.api.Test;
import org.w3c.dom.Element;

/** Reports are well-formed whatever messages hold. */
class TestReportTest {
    private static final String HOSTILE = "a <b> & \"c\" \u0000 \ud800 | ]]>\n\tend";

    private static final TestReport REPORT = new TestReport("com.example.S", List.of(
            new Case("holds", 1.25, Ending.PASSED, "", ""),
            new Case("breaks", 0.5, Ending.FAILED, HOSTILE, HOSTILE),
            new Case("throws", 0, Ending.ERROR, "no", ""),
            new Case("stale", 0, Ending.SKIPPED, "old", "")));

    @Test
    void theXmlIsWhatCiReads() throws Exception {
        Element suite = DocumentBuilderFactory.newInstance().newDocumentBuilder()
                .parse(new ByteArrayInputStream(REPORT.xml().getBytes(StandardCharsets.UTF_8)))
                .getDocumentElement();
        assertEquals("testsuite", suite.getTagName());
        assertEquals("4 1 1 1 1.750", String.join(" ", suite.getAttribute("tests"), suite.getAttribute("failures"),
                suite.getAttribute("errors"), suite.getAttribute("skipped"), suite.getAttribute("time")));
        Element failure = (Element) suite.getElementsByTagName("failure").item(0);
        assertEquals("a <b> & \"c\" ? ? | ]]>\n\tend", failure.getAttribute("message"));
        assertEquals("a <b> & \"c\" ? ? | ]]>\n\tend", failure.getTextContent());
        assertEquals("com.example.S", ((Element) failure.getParentNode()).getAttribute("classname"));
    }

    @Test
    void theSummaryHasARowForEachCase() {
        String markdown = REPORT.markdown();
        assertTrue(markdown.contains("| failed | breaks | a &lt;b> & \"c\" \u0000 \ud800 \\| ]]> \tend |\n"), markdown);
        assertTrue(markdown.contains("| skipped | stale | old |\n"), markdown);
    }
}
