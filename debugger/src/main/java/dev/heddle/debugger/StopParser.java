package dev.heddle.debugger;

import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Likeness;
import dev.heddle.harness.schedule.Verb;
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
            return word.equals(text) ? new Stop.AtVerb(word) : new Stop.AtEvent(event(text));
        }
        Condition.Parts parts = Condition.Parts.of(text);
        String subject = parts == null ? text : parts.subject();
        String node = nodeOf(subject, session);
        if (node == null && parts == null) {
            return new Stop.AtKind(text);
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

    private static Event event(String line) {
        try {
            return Faults.VOCABULARY.parse(line);
        } catch (IllegalArgumentException e) {
            throw new DebuggerException(e.getMessage());
        }
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
        return Likeness.nearest(given, known).map(name -> "; did you mean " + name + "?").orElse("")
                + (known.isEmpty() ? "" : " (known: " + String.join(", ", known) + ")");
    }
}
