package dev.heddle.report.browser;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;

/** Pages looked at in one browser. Whatever a test does, nothing may go wrong in its page and nothing may leave it. */
abstract class Browsing {
    static final Path SCREENSHOTS = Path.of("target/screenshots");

    private static Chromium browser;

    private Page page;
    private String file;

    @BeforeAll
    static void start() throws IOException {
        browser = Chromium.start();
    }

    @AfterAll
    static void stop() throws IOException {
        browser.close();
    }

    @AfterEach
    void nothingWentWrong() {
        assertEquals(List.of(), page.complaints());
        assertTrue(page.requests().stream().allMatch(address -> address.startsWith("file:") && address.contains(file)),
                () -> "it asked for " + page.requests());
    }

    /** A file in a page of its own. */
    Page opened(int width, int height, Path shown) {
        file = "/" + shown.getFileName();
        page = browser.page(width, height);
        return page.open(shown);
    }

    /** The page that is open. */
    Page page() {
        return page;
    }
}
