package dev.heddle.report.export;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * A log as ShiViz reads it (the project's wiki, "Log format"): the first line is the expression that finds events, the
 * second the one between executions, the rest the log. Each event names its host, its clock as a JSON object, and what
 * happened. A host's own entry is 1 at its first event and one more at each that follows; no entry is that of an event
 * that is not there, and none falls from one event of a host to the next.
 */
record ShiVizLog(List<Event> events) {
    /** One event, with the entries of its clock in order. */
    record Event(String host, Map<String, Integer> clock, String text) {}

    /** Reads a log; what ShiViz would refuse, or draw wrongly, is refused. */
    static ShiVizLog read(String file) throws IOException {
        String[] parts = file.split("\n", 3);
        if (!parts[1].isEmpty()) {
            throw new IllegalArgumentException("one execution needs no expression between executions: " + parts[1]);
        }
        for (String group : List.of("(?<host>", "(?<clock>", "(?<event>")) {
            if (!parts[0].contains(group)) {
                throw new IllegalArgumentException("no " + group + " in " + parts[0]);
            }
        }
        // Java wants the brace escaped, JavaScript does not. ShiViz anchors what it reads from a file at whole lines.
        Pattern pattern = Pattern.compile("^" + parts[0].replace("{.*}", "\\{.*\\}") + "$", Pattern.MULTILINE);
        Matcher matcher = pattern.matcher(parts[2].strip());
        List<Event> events = new ArrayList<>();
        int end = 0;
        while (matcher.find()) {
            String between = parts[2].substring(end, matcher.start());
            if (!between.isBlank()) {
                throw new IllegalArgumentException("passed over: " + between);
            }
            events.add(new Event(matcher.group("host"), clock(matcher.group("clock")), matcher.group("event")));
            end = matcher.end();
        }
        if (!parts[2].substring(end).isBlank()) {
            throw new IllegalArgumentException("passed over: " + parts[2].substring(end));
        }
        check(events);
        return new ShiVizLog(events);
    }

    private static void check(List<Event> events) {
        Map<String, Map<String, Integer>> last = new TreeMap<>();
        Map<String, Integer> total = new TreeMap<>();
        events.forEach(event -> total.merge(event.host(), 1, Integer::sum));
        for (Event event : events) {
            Map<String, Integer> before = last.getOrDefault(event.host(), Map.of());
            Integer own = event.clock().get(event.host());
            if (own == null || own != before.getOrDefault(event.host(), 0) + 1) {
                throw new IllegalArgumentException("the own entry is " + own + " at " + event);
            }
            before.forEach((host, count) -> {
                if (event.clock().getOrDefault(host, 0) < count) {
                    throw new IllegalArgumentException("the entry of " + host + " falls at " + event);
                }
            });
            event.clock().forEach((host, count) -> {
                if (count < 1 || count > total.getOrDefault(host, 0)) {
                    throw new IllegalArgumentException("there is no event " + count + " of " + host + ": " + event);
                }
            });
            last.put(event.host(), event.clock());
        }
    }

    private static Map<String, Integer> clock(String json) throws IOException {
        Map<String, Integer> clock = new LinkedHashMap<>();
        try (JsonParser parser = new JsonFactory().createParser(json)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) {
                throw new IllegalArgumentException("no clock: " + json);
            }
            while (parser.nextToken() == JsonToken.FIELD_NAME) {
                clock.put(parser.currentName(), parser.nextIntValue(-1));
            }
            if (parser.nextToken() != null) {
                throw new IllegalArgumentException("more than a clock: " + json);
            }
        }
        return clock;
    }
}
