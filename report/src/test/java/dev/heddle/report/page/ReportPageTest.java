package dev.heddle.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.report.Courier;
import dev.heddle.report.SpaceTime;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;

class ReportPageTest {
    private static String page(String command) {
        SpaceTime execution = Courier.of(2)
                .followed(NetworkKind.FIFO, "boot n1", "boot n2", "command c1 -> n1 " + command,
                "deliver c1 -> n1 " + command + " #1");
        List<Film> films = List.of(new Film("found", execution, null, List.of("1. " + command)));
        return new ReportPage(films, "replay it", "campaign.html").html();
    }

    private static String only(String page, String pattern) {
        Matcher matcher = Pattern.compile(pattern, Pattern.DOTALL).matcher(page);
        assertTrue(matcher.find(), pattern);
        return matcher.group(1);
    }

    @Test
    void nothingIsAllowedButItsOwnScriptAndStyle() throws Exception {
        String page = page("go");
        String policy = only(page, "http-equiv=\"Content-Security-Policy\" content=\"([^\"]*)\"");
        assertEquals("default-src 'none'; script-src '" + hash(only(page, "<script>(.*)</script>")) + "'; style-src '"
                + hash(only(page, "<style>(.*?)</style>")) + "'; base-uri 'none'; form-action 'none'", policy);
        assertFalse(page.replace("http://www.w3.org/2000/svg", "")
                .matches("(?s).*(https?:|src=|href=|@import|url\\().*"));
    }

    private static String hash(String text) throws Exception {
        byte[] digest = MessageDigest.getInstance("SHA-256").digest(text.getBytes(StandardCharsets.UTF_8));
        return "sha256-" + Base64.getEncoder().encodeToString(digest);
    }

    @Test
    void contentsStayInTheData() {
        String hostile = "</script><script>alert(1)</script>@script@@style@$1<!--";
        String page = page(hostile);
        assertFalse(page.contains("alert(1)</script>"), "the contents have left the data");
        assertTrue(only(page, "<script type=\"application/json\" id=\"data\">(.*?)</script>")
                .contains("\\u003c/script>\\u003cscript>alert(1)\\u003c/script>@script@@style@$1\\u003c!--"));
        assertEquals(only(page("go"), "<script>(.*)</script>"), only(page, "<script>(.*)</script>"));
    }

    @Test
    void theSameExecutionGivesTheSameBytes() {
        assertEquals(page("go"), page("go"));
    }

    @Test
    void aReportShowsSomething() {
        assertThrows(IllegalArgumentException.class, () -> new ReportPage(List.of(), "", null));
    }
}
