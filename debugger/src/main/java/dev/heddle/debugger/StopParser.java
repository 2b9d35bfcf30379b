package dev.heddle.debugger;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Likeness;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.minimizer.EventShape;
import java.util.Collection;
import java.util.Comparator;
import java.util.Set;

/** Reads where to stop: a kind of message, an event or its first word, a field, a condition, {@code violation}. */
public final class StopParser {
    private StopParser() {}

    /** The stop that a text names. */
    public static Stop parse(String text, Session session) {
        String word = text.indexOf(' ') < 0 ? text : text.substring(0, text.indexOf(' '));
        if (text.equals("violation")) {
            return new Stop.AtViolation();
        } else if (Faults.VOCABULARY.verbs().stream().map(Verb::word).anyMatch(word::equals)) {
            return word.equals(text) ? new Stop.AtVerb(word) : new Stop.AtEvent(event(text, session));
        }
        Condition.Parts parts = Condition.Parts.of(text);
        String subject = parts == null ? text : parts.subject();
        String node = nodeOf(subject, session);
        if (node == null && parts == null) {
            return new Stop.AtKind(kind(text, session));
        } else if (node == null) {
            String name = subject.replaceFirst("\\..*", "");
            throw new DebuggerException("'" + subject + "' is no node's field: there is no node '" + name + "'"
                    + hint(name, session.nodes()) + "; a condition is of the form n1.term>=2");
        }
        String field = checkedField(node, subject.substring(node.length() + 1), session);
        return parts == null
                ? new Stop.AtChange(node, field)
                : new Stop.AtCondition(new Condition(node, field, parts.operator(), parts.value()));
    }

    /** The change of a field, for a watch. */
    public static Stop change(String text, Session session) {
        if (nodeOf(text, session) != null && parse(text, session) instanceof Stop.AtChange change) {
            return change;
        }
        throw new DebuggerException("'" + text + "' is no node's field; a watch is of the form n1.term");
    }

    private static Event event(String line, Session session) {
        try {
            Event event = Faults.VOCABULARY.parse(line);
            event.nodes().forEach(session::checkNode);
            return event;
        } catch (IllegalArgumentException e) {
            throw new DebuggerException(e.getMessage());
        }
    }

    /** A text that a kind can be; whether or not anything was of that kind so far. */
    private static String kind(String text, Session session) {
        if (!text.equals(EventShape.kind(text))) {
            throw new DebuggerException("'" + text + "' is no place to stop at; a kind is one word, a condition is of"
                    + " the form n1.term>=2, an event begins with a word of a schedule");
        } else if (session.nodes().contains(text) && !session.timeline().kinds().contains(text)) {
            throw new DebuggerException("'" + text + "' is a node; write one of its fields (" + text + ".FIELD), or an"
                    + " event (crash " + text + ")");
        }
        return text;
    }

    /** What of a stop has not come up so far and may still come, with what was meant perhaps; else empty. */
    public static String unseen(Stop stop, Session session) {
        Timeline timeline = session.timeline();
        if (stop instanceof Stop.AtKind kind && !timeline.kinds().contains(kind.text())) {
            return "no message, timer or task of the kind '" + kind.text() + "' has come up so far"
                    + hint(kind.text(), timeline.kinds());
        }
        String node = stop instanceof Stop.AtChange change ? change.node()
                : stop instanceof Stop.AtCondition at ? at.condition().node() : null;
        return node == null || !timeline.fields(node).isEmpty() ? "" : node + " has shown no field so far";
    }

    /** The longest node name that the text begins with, before a dot; or null. */
    private static String nodeOf(String text, Session session) {
        return session.nodes().stream()
                .filter(node -> text.startsWith(node + "."))
                .max(Comparator.comparingInt(String::length))
                .orElse(null);
    }

    private static String checkedField(String node, String field, Session session) {
        Set<String> known = session.timeline().fields(node);
        if (!known.isEmpty() && !known.contains(field)) {
            throw new DebuggerException(node + " has no field '" + field + "'" + hint(field, known));
        }
        return field;
    }

    /** What was meant, and what there is. */
    public static String hint(String given, Collection<String> known) {
        return Likeness.hint(given, known)
                + (known.isEmpty() ? "" : " (known: " + String.join(", ", known) + ")");
    }
}
