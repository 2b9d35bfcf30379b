package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import dev.heddle.debugger.Stop;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;

/** Where moving on stops, by the number that each was given. */
final class Breakpoints {
    private final TreeMap<Integer, Stop> stops = new TreeMap<>();
    private int last;

    /** Adds one; its number. */
    int add(Stop stop) {
        stops.put(++last, stop);
        return last;
    }

    void delete(int number) {
        if (stops.remove(number) == null) {
            throw new DebuggerException("there is no breakpoint " + number + "; 'breaks' lists them");
        }
    }

    void deleteAll() {
        stops.clear();
    }

    List<Stop> stops() {
        return new ArrayList<>(stops.values());
    }

    /** Each as a line. */
    List<String> lines() {
        List<String> lines = new ArrayList<>();
        stops.forEach((number, stop) -> lines.add(String.format("%4d  %s", number, stop.text())));
        return lines;
    }

    /** What to say of one that was met; empty for one that is none of these. */
    String met(Stop stop) {
        for (Integer number : stops.keySet()) {
            if (stops.get(number) == stop) {
                return (stop instanceof Stop.AtChange ? "watch " : "break ") + number + ": " + stop.text();
            }
        }
        return "";
    }
}
