package dev.heddle.debugger.command;

import dev.heddle.debugger.Entry;
import dev.heddle.debugger.Moment;
import dev.heddle.debugger.Session;
import dev.heddle.debugger.Timeline;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.strategy.Outcome;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows where a session is and what happened there. */
final class Presentation {
    /** The field that every node has, whether or not it is up. */
    private static final String UP = "up";

    private final Session session;
    private final Screen screen;
    /** The edit at which the end was announced last. */
    private int announced = -1;

    Presentation(Session session, Screen screen) {
        this.session = session;
        this.screen = screen;
    }

    void text(String line) {
        screen.show(Style.TEXT, line);
    }

    void note(String line) {
        screen.show(Style.NOTE, line);
    }

    /** A step's event. */
    void event(int step) {
        Moment moment = session.timeline().moment(step);
        screen.show(Style.EVENT, String.format("%4d  ", step) + moment.event().line()
                + (moment.byRule() ? "  (by rule)" : ""));
    }

    /** A step's event and what came of it; of a node that shows itself anew the whole state in one line. */
    void step(int step) {
        event(step);
        Moment moment = session.timeline().moment(step);
        String node = moment.node();
        boolean appears = node != null && fields(node, step - 1).isEmpty() && !fields(node, step).isEmpty();
        if (appears) {
            effect(line(node, step));
        }
        moment.effects().stream().skip(appears ? changes(node, step) : 0).forEach(this::effect);
    }

    /** The number of fields that a step changed: so many effects tell of them, the first. */
    private long changes(String node, int step) {
        Map<String, String> before = session.timeline().state(node, step - 1);
        return session.timeline().state(node, step).entrySet().stream()
                .filter(field -> !field.getValue().equals(before.get(field.getKey())))
                .count();
    }

    private void effect(String line) {
        screen.show(Style.EFFECT, "      " + line);
    }

    /** A step that another one is due to. */
    void cause(int step) {
        Event event = session.timeline().moment(step).event();
        screen.show(Style.EVENT, "      because of step " + step + ": " + event.line());
    }

    /** The place. */
    void where() {
        Timeline timeline = session.timeline();
        int at = session.position();
        text(at == 0
                ? "at the beginning of " + steps(timeline.size())
                : "after step " + at + " of " + timeline.size() + ": " + timeline.moment(at).event().line());
        if (at < timeline.size()) {
            text("next: " + timeline.moment(at + 1).event().line());
        } else {
            arrived();
        }
    }

    static String steps(int count) {
        return Quantity.of(count, "step");
    }

    /** What there is to say on coming to the end; all of it once only. */
    void arrived() {
        Timeline timeline = session.timeline();
        if (session.position() < timeline.size()) {
            return;
        }
        boolean first = announced != session.edits();
        announced = session.edits();
        if (timeline.violation() != null) {
            violation(timeline.violation(), first);
        } else if (timeline.outcome() instanceof Outcome.Rejected rejected) {
            screen.show(Style.ALERT, "rejected: " + rejected.breach().what());
            note("  cure: " + rejected.breach().remedy());
        }
    }

    private void violation(Violation violation, boolean whole) {
        violated(violation);
        if (whole) {
            violation.nodes().forEach(node -> text("  " + line(node, session.position())));
        }
    }

    /** What is broken. */
    void violated(Violation violation) {
        screen.show(Style.ALERT, violation.headline());
    }

    /** The states of all nodes after a step, one line each. */
    void states(int step) {
        session.nodes().forEach(node -> text(line(node, step)));
    }

    /** A node's state after a step, one line a field. */
    void state(String node, int step) {
        session.checkNode(node);
        text(node + " " + condition(node, step));
        fields(node, step).forEach((field, value) -> text("  " + field + ": " + value));
    }

    /** The fields that differ in a node's state after two steps. */
    void difference(int from, int to, String node) {
        session.checkNode(node);
        Map<String, String> before = session.timeline().state(node, from);
        Map<String, String> after = session.timeline().state(node, to);
        List<String> lines = new ArrayList<>();
        after.forEach((field, value) -> {
            String old = before.get(field);
            if (!value.equals(old)) {
                lines.add("  " + field + ": " + (old == null ? "" : old + " -> ") + value);
            }
        });
        before.keySet().stream().filter(field -> !after.containsKey(field))
                .forEach(field -> lines.add("  " + field + ": " + before.get(field) + " -> nothing"));
        text(node + " between step " + from + " and step " + to + (lines.isEmpty() ? ": the same" : ":"));
        lines.forEach(this::text);
    }

    private String line(String node, int step) {
        String fields = fields(node, step).entrySet().stream()
                .map(e -> e.getKey() + "=" + e.getValue())
                .collect(Collectors.joining(" "));
        return node + " " + condition(node, step) + (fields.isEmpty() ? "" : " " + fields);
    }

    private String condition(String node, int step) {
        Map<String, String> state = session.timeline().state(node, step);
        if (state.isEmpty()) {
            return "has not booted";
        }
        return state.get(UP).equals("true") ? "up" : "down";
    }

    private Map<String, String> fields(String node, int step) {
        Map<String, String> fields = new LinkedHashMap<>(session.timeline().state(node, step));
        fields.remove(UP);
        return fields;
    }

    /** What becomes of the rest of the script after a change. */
    void rest() {
        List<Entry> script = session.timeline().script();
        List<Entry> after = script.stream().filter(e -> !e.done() || e.step() > session.position()).toList();
        List<Entry> skipped = after.stream().filter(Entry::skipped).toList();
        long done = after.stream().filter(Entry::done).count();
        if (done + skipped.size() == 0) {
            return;
        }
        note("the rest of the schedule: " + done + " of " + Quantity.of(after.size(), "event")
                + (done == 1 ? " still happens" : " still happen")
                + (skipped.isEmpty() ? ""
                        : ", " + skipped.size() + " cannot, first '" + skipped.get(0).event().line() + "'")
                + "; at its end, after step " + session.timeline().size() + ", " + Session.ending(session.timeline()));
    }
}
