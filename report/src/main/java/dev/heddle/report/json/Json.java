package dev.heddle.report.json;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * An object in the order of its members, written in ASCII and without a {@code <}: no contents can end the
 * element of a page that it stands in, and no terminal can spoil it.
 */
public final class Json {
    private final Map<String, Object> members = new LinkedHashMap<>();

    /**
     * Sets a member: null, text, a number, a truth value, another object, or a list of all these. What is no
     * number in JSON, such as an infinite one, becomes null.
     */
    public Json put(String key, Object value) {
        members.put(key, value);
        return this;
    }

    /** Sets a member unless it is null, so that what is rare costs nothing where it is absent. */
    public Json putIfPresent(String key, Object value) {
        return value == null || value instanceof List<?> list && list.isEmpty() ? this : put(key, value);
    }

    /** A number of seconds, or whatever else, to the millionth. */
    public static double rounded(double value) {
        return Math.round(value * 1e6) / 1e6;
    }

    @Override
    public String toString() {
        StringBuilder out = new StringBuilder();
        write(this, out);
        return out.toString();
    }

    private static void write(Object value, StringBuilder out) {
        if (value instanceof Json object) {
            String separator = "{";
            for (Map.Entry<String, Object> member : object.members.entrySet()) {
                out.append(separator);
                text(member.getKey(), out);
                out.append(':');
                write(member.getValue(), out);
                separator = ",";
            }
            out.append(object.members.isEmpty() ? "{}" : "}");
        } else if (value instanceof List<?> list) {
            String separator = "[";
            for (Object element : list) {
                out.append(separator);
                write(element, out);
                separator = ",";
            }
            out.append(list.isEmpty() ? "[]" : "]");
        } else if (value instanceof Double number && !Double.isFinite(number)) {
            out.append("null");
        } else if (value == null || value instanceof Number || value instanceof Boolean) {
            out.append(value);
        } else {
            text(value.toString(), out);
        }
    }

    private static void text(String text, StringBuilder out) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '"' || c == '\\') {
                out.append('\\').append(c);
            } else if (c == '\n') {
                out.append("\\n");
            } else if (c < ' ' || c > '~' || c == '<') {
                out.append(String.format("\\u%04x", (int) c));
            } else {
                out.append(c);
            }
        }
        out.append('"');
    }
}
