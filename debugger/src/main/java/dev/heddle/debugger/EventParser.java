package dev.heddle.debugger;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Reads what is to happen: a schedule's line, in which something pending can also be named by its number, or by words
 * that only it has.
 */
public final class EventParser {
    private static final Pattern NUMBER = Pattern.compile("[0-9]{1,9}");
    private static final Pattern MESSAGE =
            Pattern.compile("((?:drop|duplicate|corrupt) )([0-9]{1,9})( .*|)", Pattern.DOTALL);
    private static final Pattern DURING =
            Pattern.compile("((?:throw|crash) \\S+ during )([0-9]{1,9})( .*|)", Pattern.DOTALL);
    private static final String CLIENT = "c1";
    private static final int MAX_LISTED = 8;

    private final Session session;
    private List<PendingItem> pending;

    public EventParser(Session session) {
        this.session = session;
    }

    /** The words that a line can begin with. */
    public static List<String> verbs() {
        return Faults.VOCABULARY.verbs().stream().map(Verb::word).distinct().toList();
    }

    /** The event that a line means here. */
    public Event parse(String line) {
        pending = null;
        String expanded = expanded(line);
        int space = expanded.indexOf(' ');
        String verb = space < 0 ? expanded : expanded.substring(0, space);
        String rest = expanded.substring(verb.length()).strip();
        Event event = special(verb, rest);
        if (event == null) {
            event = whole(verb, rest);
        }
        event.nodes().forEach(session::checkNode);
        return event;
    }

    /** What is pending under a number here. */
    public PendingItem item(String number) {
        int wanted = Integer.parseInt(number);
        if (wanted < 1 || wanted > pending().size()) {
            throw new DebuggerException("nothing is pending under the number " + number
                    + "; 'pending' lists what is");
        }
        return pending().get(wanted - 1);
    }

    /** The one thing pending of some kinds that all these words fit. */
    public PendingItem item(String pattern, List<Class<? extends Event>> kinds) {
        if (NUMBER.matcher(pattern).matches()) {
            return item(pattern);
        }
        List<PendingItem> fitting = pending().stream()
                .filter(item -> kinds.contains(item.event().getClass()) && fits(item, pattern))
                .toList();
        List<PendingItem> ready = fitting.stream().filter(PendingItem::ready).toList();
        List<PendingItem> chosen = ready.isEmpty() ? fitting : ready;
        if (chosen.size() == 1) {
            return chosen.get(0);
        }
        throw new DebuggerException(chosen.isEmpty()
                ? "nothing pending fits '" + pattern + "'; 'pending' lists what there is"
                : "'" + pattern + "' fits " + chosen.size() + " that are pending; name one by its number: "
                        + listed(chosen));
    }

    private static String listed(List<PendingItem> items) {
        return items.stream().limit(MAX_LISTED).map(item -> item.number() + " " + item.name())
                .collect(Collectors.joining(", ")) + (items.size() > MAX_LISTED ? ", …" : "");
    }

    /** What is shorter than a schedule's line, or null. */
    private Event special(String verb, String rest) {
        if (verb.equals("command") && !rest.contains(" -> ") && rest.contains(" ")) {
            int space = rest.indexOf(' ');
            return new Command(CLIENT, rest.substring(0, space), rest.substring(space + 1));
        }
        List<Class<? extends Event>> kinds = kinds(verb);
        if (kinds.isEmpty() || rest.isEmpty() || wholeLine(verb, rest)) {
            return null;
        }
        PendingItem item = item(rest, kinds);
        if (verb.equals("drop") || verb.equals("duplicate")) {
            return whole(verb, item.name());
        }
        if (!item.ready()) {
            throw new DebuggerException("'" + item.event().line() + "' must wait: " + item.waits());
        }
        return item.event();
    }

    private static boolean wholeLine(String verb, String rest) {
        try {
            Faults.VOCABULARY.parse(verb + " " + rest);
            return true;
        } catch (IllegalArgumentException pattern) {
            return false;
        }
    }

    /** What a word's pattern can name. */
    private static List<Class<? extends Event>> kinds(String verb) {
        return switch (verb) {
            case "deliver", "drop", "duplicate" -> List.of(Deliver.class);
            case "fire" -> List.of(Fire.class);
            case "run" -> List.of(Run.class);
            default -> List.of();
        };
    }

    /** The line with what is pending under a number by its name. */
    private String expanded(String line) {
        Matcher message = MESSAGE.matcher(line);
        if (message.matches()) {
            return message.group(1) + item(message.group(2)).name() + message.group(3);
        }
        Matcher during = DURING.matcher(line);
        return during.matches() ? during.group(1) + item(during.group(2)).event().line() + during.group(3) : line;
    }

    private static Event whole(String verb, String rest) {
        String line = verb + (rest.isEmpty() ? "" : " " + rest);
        try {
            return Faults.VOCABULARY.parse(line);
        } catch (IllegalArgumentException e) {
            throw new DebuggerException("'" + line + "': " + e.getMessage());
        }
    }

    /** Each word is one of the line's words, the beginning of the kind, or, with a '=', somewhere in the text. */
    private static boolean fits(PendingItem item, String pattern) {
        List<String> names = new ArrayList<>(Arrays.asList(item.name().split(" ")));
        return Arrays.stream(pattern.split(" +")).allMatch(word ->
                names.contains(word) || word.equals("->") || Kinds.of(item.event()).startsWith(word)
                        || word.contains("=") && item.name().contains(word));
    }

    private List<PendingItem> pending() {
        if (pending == null) {
            pending = session.pending();
        }
        return pending;
    }
}
