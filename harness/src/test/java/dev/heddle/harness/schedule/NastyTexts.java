package dev.heddle.harness.schedule;

import dev.heddle.harness.random.Rng;
import java.util.List;

/** Texts that a careless format would not bring back. */
public final class NastyTexts {
    public static final List<String> ALL = List.of(
            "", " ", "  ", "plain", "two words", " leading", "trailing ", "#", "#1", " #3", "x #3", "x#3", "#1 #2",
            " -> ", "a -> b", "->", "|", "all", "\n", "a\nb", "\r\n", "a\rb", "\t", "\\", "\\n", "\\\\", "\\u0041",
            "\0",
            "a\0b", "\u0001", "\u007f", "\u0085", "\u00a0", "\u2003x\u2003", "\u3000", "\u2028", "\u2029", "\ufeff",
            "é",
            "漢字", "😀", "\ud83d", "\ude00", "\ude00\ud83d", "x\ud83d y", "\uffff", "=", "a=b", ":", "key: value",
            "# comment", "boot n1", "\u0020\u0020#9");

    private static final String[] PIECES = {
        " ", "#", "#1", " #2", " -> ", "\n", "\r", "\t", "\\", "\\u", "\0", "\ud83d", "\ude00", "😀", "\u2028", "\u00a0",
        "\u3000", "a", "Z", "{x=1}", "|", "=", ": ", "é"
    };

    private NastyTexts() {}

    public static String draw(Rng rng) {
        StringBuilder text = new StringBuilder();
        for (int i = rng.nextInt(8); i > 0; i--) {
            text.append(PIECES[rng.nextInt(PIECES.length)]);
        }
        return text.toString();
    }
}
