package dev.heddle.harness.schedule;

import java.util.List;

/** An execution written down: a header and the events in the order they were chosen. */
public record Schedule(Header header, List<Event> events) {
    public Schedule {
        events = List.copyOf(events);
    }

    /** The number of messages, timers and tasks handed to actors, boots included. */
    public int deliveries() {
        return (int) events.stream().filter(e -> e instanceof Event.Delivery).count();
    }

    /** The number of boots, commands and faults. */
    public int externals() {
        return (int) events.stream().filter(e -> e instanceof Event.External).count();
    }

    /** How long it is, in words: {@code 16 deliveries and 4 externals}. */
    public String length() {
        return Quantity.deliveries(deliveries()) + " and " + Quantity.of(externals(), "external");
    }
}
