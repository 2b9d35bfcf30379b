package dev.heddle.harness.toy;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Schedule;
import java.util.List;

/** Schedules as the lines of their events. */
public final class Script {
    private Script() {}

    /** The events of the lines. */
    public static List<Event> events(String lines) {
        return lines.lines().filter(l -> !l.isBlank()).map(Faults.VOCABULARY::parse).toList();
    }

    /** A schedule of three nodes with seed 7. */
    public static Schedule schedule(String lines) {
        return new Schedule(Header.of("toy", 3, 7), events(lines));
    }

    /** The lines of the events. */
    public static String lines(List<Event> events) {
        StringBuilder out = new StringBuilder();
        events.forEach(e -> out.append(e.line()).append('\n'));
        return out.toString();
    }

    /** An order of messages by which {@link Bug#VOTES_TWICE} makes n1 and n2 lead, on three nodes. */
    public static final String TWO_LEADERS = """
            boot n1
            boot n2
            boot n3
            fire n1 claim #1
            fire n2 claim #1
            deliver n1 -> n2 claim #1
            deliver n2 -> n1 claim #1
            deliver n2 -> n1 grant #1
            deliver n1 -> n2 grant #1
            run n1 lead#1
            run n2 lead#1
            """;
}
