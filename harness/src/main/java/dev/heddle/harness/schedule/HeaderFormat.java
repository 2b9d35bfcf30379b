package dev.heddle.harness.schedule;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** The header lines of a schedule, both ways; one instance reads one file. */
final class HeaderFormat {
    private static final List<String> REQUIRED = List.of("target", "nodes", "network", "seed");
    private static final List<String> OPTIONAL = List.of("bugs", "target-options", "timing", "violation");
    private static final int MAX_NODES = 1000;

    private record Line(String raw, String value, int number) {}

    private final String file;
    private final Map<String, Line> lines = new LinkedHashMap<>();

    HeaderFormat(String file) {
        this.file = file;
    }

    static void write(Header header, StringBuilder out) {
        entry(out, "target", header.target());
        entry(out, "nodes", Integer.toString(header.nodes()));
        entry(out, "network", header.network().id());
        entry(out, "seed", Long.toString(header.seed()));
        if (!header.bugs().isEmpty()) {
            words(out, "bugs", header.bugs().stream().map(HeaderFormat::word));
        }
        if (!header.targetOptions().isEmpty()) {
            words(out, "target-options", header.targetOptions().entrySet().stream()
                    .map(e -> word(e.getKey()).replace("=", "\\u003d")
                            + (e.getValue().isEmpty() ? "" : "=" + word(e.getValue()))));
        }
        entry(out, "timing", header.timing().id());
        if (!header.violation().isEmpty()) {
            entry(out, "violation", header.violation());
        }
    }

    private static void entry(StringBuilder out, String key, String value) {
        out.append(key).append(": ").append(Escapes.escape(value)).append('\n');
    }

    private static void words(StringBuilder out, String key, Stream<String> words) {
        out.append(key).append(": ").append(words.collect(Collectors.joining(" "))).append('\n');
    }

    /** A text without the spaces that part words from each other. */
    private static String word(String text) {
        return Escapes.escape(text).replace(" ", "\\u0020");
    }

    void line(String line, int number) throws ScheduleException {
        int colon = line.indexOf(": ");
        if (colon <= 0) {
            throw new ScheduleException(
                    file, number, "expected a header of the form 'key: value', or a blank line before the events");
        }
        String key = line.substring(0, colon);
        if (!REQUIRED.contains(key) && !OPTIONAL.contains(key)) {
            throw new ScheduleException(file, number, "unknown header '" + key + "'; known are "
                    + String.join(", ", REQUIRED) + ", " + String.join(", ", OPTIONAL));
        }
        // trim, not strip: control characters and spaces at the ends are escaped, other white space is not.
        String raw = line.substring(colon + 2).trim();
        try {
            if (lines.put(key, new Line(raw, Escapes.unescape(raw), number)) != null) {
                throw new ScheduleException(file, number, "the header '" + key + "' stands here a second time");
            }
        } catch (IllegalArgumentException e) {
            throw new ScheduleException(file, number, e.getMessage());
        }
    }

    Header finish(int endLine) throws ScheduleException {
        for (String key : REQUIRED) {
            if (!lines.containsKey(key)) {
                throw new ScheduleException(file, endLine, "the header '" + key + ": …' is missing");
            }
        }
        return new Header(
                value("target"),
                (int) number("nodes", 1, MAX_NODES),
                choice("network", NetworkKind.values(), NetworkKind.FIFO),
                number("seed", Long.MIN_VALUE, Long.MAX_VALUE),
                words("bugs").stream().map(Escapes::unescape).toList(),
                options(),
                choice("timing", Timing.values(), Timing.ASYNCHRONOUS),
                lines.containsKey("violation") ? value("violation") : "");
    }

    private String value(String key) {
        return lines.get(key).value();
    }

    private long number(String key, long low, long high) throws ScheduleException {
        try {
            long number = Long.parseLong(value(key));
            if (number >= low && number <= high) {
                return number;
            }
        } catch (NumberFormatException e) {
            // Falls through to the one message for both mistakes.
        }
        throw bad(key, "a whole number from " + low + " to " + high);
    }

    private <E extends Enum<E>> E choice(String key, E[] values, E absent) throws ScheduleException {
        if (!lines.containsKey(key)) {
            return absent;
        }
        List<String> ids = new ArrayList<>();
        for (E e : values) {
            String id = e.name().toLowerCase(Locale.ROOT);
            if (id.equals(value(key))) {
                return e;
            }
            ids.add(id);
        }
        throw bad(key, "one of " + String.join(", ", ids));
    }

    private List<String> words(String key) {
        String raw = lines.containsKey(key) ? lines.get(key).raw() : "";
        return raw.isEmpty() ? List.of() : List.of(raw.split(" +"));
    }

    private TreeMap<String, String> options() {
        TreeMap<String, String> options = new TreeMap<>();
        for (String word : words("target-options")) {
            int equals = word.indexOf('=');
            String value = equals < 0 ? "" : word.substring(equals + 1);
            options.put(Escapes.unescape(equals < 0 ? word : word.substring(0, equals)), Escapes.unescape(value));
        }
        return options;
    }

    private ScheduleException bad(String key, String expected) {
        Line line = lines.get(key);
        return new ScheduleException(
                file, line.number(), "'" + key + ": " + line.value() + "' is not " + expected);
    }
}
