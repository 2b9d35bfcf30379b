package dev.heddle.harness.schedule;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.random.Rng;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.ValueSource;

class EscapesTest {
    @ParameterizedTest
    @FieldSource("dev.heddle.harness.schedule.NastyTexts#ALL")
    void everyTextComesBack(String text) {
        assertComesBack(text);
    }

    @Test
    void randomTextsComeBack() {
        Rng rng = new Rng(11);
        for (int i = 0; i < 5000; i++) {
            assertComesBack(NastyTexts.draw(rng));
        }
    }

    private static void assertComesBack(String text) {
        String escaped = Escapes.escape(text);
        assertEquals(text, Escapes.unescape(escaped), () -> "by way of '" + escaped + "'");
        assertEquals(1, escaped.lines().count() + (escaped.isEmpty() ? 1 : 0), "it stands on one line");
        assertFalse(escaped.startsWith(" ") || escaped.endsWith(" "), "no space at its ends");
        assertTrue(StandardCharsets.UTF_8.newEncoder().canEncode(escaped), "it can be written as UTF-8");
    }

    @ParameterizedTest
    @CsvSource({"'a\nb', a\\nb", "'a\tb', a\\tb", "a\\b, a\\\\b", "' a ', \\u0020a\\u0020", "'a b', a b"})
    void theShortForms(String text, String escaped) {
        assertEquals(escaped, Escapes.escape(text));
    }

    @Test
    void ordinaryTextIsNotCopied() {
        String text = "AppendEntries{term=1 entries=[x] 漢字 😀}";
        assertSame(text, Escapes.escape(text));
        assertSame(text, Escapes.unescape(text));
    }

    @Test
    void upperCaseHexIsRead() {
        assertEquals("\u00AB", Escapes.unescape("\\u00AB"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"\\", "a\\", "\\x", "\\r", "\\u", "\\u12", "\\u12g4", "\\u+123", "\\U0041"})
    void anythingElseAfterABackslashIsRefused(String text) {
        assertThrows(IllegalArgumentException.class, () -> Escapes.unescape(text));
    }
}
