package dev.heddle.harness.schedule;

/**
 * The escapes that let any text stand on one line: {@code \n \t \\} and {@code \}{@code uXXXX} for
 * other control characters, line separators, unpaired surrogates and a space at either end.
 */
public final class Escapes {
    private Escapes() {}

    /** The text with everything escaped that would not survive on a line of its own. */
    public static String escape(String text) {
        int first = firstToEscape(text);
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!mustEscape(text, i)) {
                out.append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c == '\t') {
                out.append("\\t");
            } else if (c == '\\') {
                out.append("\\\\");
            } else {
                out.append(String.format("\\u%04x", (int) c));
            }
        }
        return out.toString();
    }

    /**
     * The text that {@link #escape} was given.
     *
     * @throws IllegalArgumentException with a message for people, at an escape that is none
     */
    public static String unescape(String text) {
        int first = text.indexOf('\\');
        if (first < 0) {
            return text;
        }
        StringBuilder out = new StringBuilder(text.length()).append(text, 0, first);
        for (int i = first; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c != '\\') {
                out.append(c);
                continue;
            }
            char kind = ++i < text.length() ? text.charAt(i) : ' ';
            switch (kind) {
                case 'n' -> out.append('\n');
                case 't' -> out.append('\t');
                case '\\' -> out.append('\\');
                case 'u' -> {
                    out.append(hex(text, i + 1));
                    i += 4;
                }
                default -> throw new IllegalArgumentException(
                        "a backslash must be followed by n, t, \\ or uXXXX; write \\\\ for a backslash");
            }
        }
        return out.toString();
    }

    private static char hex(String text, int start) {
        if (start + 4 > text.length() || !text.substring(start, start + 4).matches("[0-9a-fA-F]{4}")) {
            throw new IllegalArgumentException("\\u must be followed by four hexadecimal digits");
        }
        return (char) Integer.parseInt(text.substring(start, start + 4), 16);
    }

    private static int firstToEscape(String text) {
        for (int i = 0; i < text.length(); i++) {
            if (mustEscape(text, i)) {
                return i;
            }
        }
        return -1;
    }

    private static boolean mustEscape(String text, int i) {
        char c = text.charAt(i);
        if (c == ' ') {
            return i == 0 || i == text.length() - 1;
        }
        if (c < 0x7f) {
            return c < ' ' || c == '\\';
        }
        if (Character.isHighSurrogate(c)) {
            return i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1));
        }
        if (Character.isLowSurrogate(c)) {
            return i == 0 || !Character.isHighSurrogate(text.charAt(i - 1));
        }
        return c < 0xa0 || c == '\u2028' || c == '\u2029' || c == '\ufeff';
    }
}
