package dev.heddle.harness.schedule;

import dev.heddle.harness.schedule.Event.Envelope;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** One event as one line of text, both ways. */
public final class EventFormat {
    /** The words an event's line can begin with. */
    static final List<String> VERBS = List.of(
            "boot", "deliver", "fire", "run", "command", "drop", "duplicate", "crash", "recover", "cut", "heal",
            "partition", "reset");

    private EventFormat() {}

    /** The line of an event, without its end. */
    public static String format(Event event) {
        if (event instanceof Event.Deliver e) {
            return "deliver " + envelope(e.message());
        } else if (event instanceof Event.Fire e) {
            return "fire " + e.owner() + " " + Escapes.escape(e.timer()) + " #" + e.occurrence();
        } else if (event instanceof Event.Run e) {
            return "run " + e.owner() + " " + Escapes.escape(e.task()) + "#" + e.occurrence();
        } else if (event instanceof Event.Drop e) {
            return "drop " + envelope(e.message());
        } else if (event instanceof Event.Duplicate e) {
            return "duplicate " + envelope(e.message());
        } else if (event instanceof Event.Command e) {
            return "command " + e.client() + " -> " + e.node() + " " + Escapes.escape(e.text());
        } else if (event instanceof Event.Boot e) {
            return "boot " + e.node();
        } else if (event instanceof Event.Crash e) {
            return "crash " + e.node();
        } else if (event instanceof Event.Recover e) {
            return "recover " + e.node();
        } else if (event instanceof Event.Cut e) {
            return "cut " + e.from() + " -> " + e.to();
        } else if (event instanceof Event.Heal e) {
            return "heal " + e.from() + " -> " + e.to();
        } else if (event instanceof Event.HealAll) {
            return "heal all";
        } else if (event instanceof Event.Reset e) {
            return "reset " + e.from() + " -> " + e.to();
        } else if (event instanceof Event.Partition e) {
            return "partition "
                    + String.join(" | ", e.groups().stream().map(g -> String.join(" ", g)).toList());
        }
        throw new AssertionError(event);
    }

    /**
     * The event of a line.
     *
     * @throws IllegalArgumentException with a message for people, where the line is no event
     */
    public static Event parse(String line) {
        int space = line.indexOf(' ');
        String verb = space < 0 ? line : line.substring(0, space);
        String rest = space < 0 ? "" : line.substring(space + 1);
        return switch (verb) {
            case "boot" -> new Event.Boot(name(rest, "boot n1"));
            case "crash" -> new Event.Crash(name(rest, "crash n1"));
            case "recover" -> new Event.Recover(name(rest, "recover n1"));
            case "deliver" -> new Event.Deliver(envelope(rest, "deliver"));
            case "drop" -> new Event.Drop(envelope(rest, "drop"));
            case "duplicate" -> new Event.Duplicate(envelope(rest, "duplicate"));
            case "fire" -> fire(rest);
            case "run" -> run(rest);
            case "command" -> command(rest);
            case "cut" -> new Event.Cut(pair(rest, "cut")[0], pair(rest, "cut")[1]);
            case "reset" -> new Event.Reset(pair(rest, "reset")[0], pair(rest, "reset")[1]);
            case "heal" -> rest.equals("all")
                    ? new Event.HealAll()
                    : new Event.Heal(pair(rest, "heal")[0], pair(rest, "heal")[1]);
            case "partition" -> partition(rest);
            default -> throw new IllegalArgumentException(
                    "unknown event '" + shorten(verb) + "'; an event begins with one of " + String.join(", ", VERBS));
        };
    }

    private static String envelope(Envelope m) {
        return m.from() + " -> " + m.to() + " " + Escapes.escape(m.text()) + " #" + m.occurrence();
    }

    private static Envelope envelope(String rest, String verb) {
        String form = verb + " n1 -> n2 MESSAGE #1";
        int arrow = rest.indexOf(" -> ");
        int space = arrow < 0 ? -1 : rest.indexOf(' ', arrow + 4);
        int hash = occurrenceStart(rest, " #");
        if (arrow < 0 || space < 0 || hash <= space) {
            throw expected(form);
        }
        return new Envelope(
                name(rest.substring(0, arrow), form),
                name(rest.substring(arrow + 4, space), form),
                Escapes.unescape(rest.substring(space + 1, hash)),
                occurrence(rest, hash + 2));
    }

    private static Event fire(String rest) {
        Owned owned = owned(rest, " #", "fire n1 TIMER #1");
        return new Event.Fire(owned.owner(), owned.name(), owned.occurrence());
    }

    private static Event run(String rest) {
        Owned owned = owned(rest, "#", "run n1 TASK#1");
        return new Event.Run(owned.owner(), owned.name(), owned.occurrence());
    }

    /** What an actor has pending with itself: a timer or a task. */
    private record Owned(String owner, String name, int occurrence) {}

    private static Owned owned(String rest, String mark, String form) {
        int space = rest.indexOf(' ');
        int hash = occurrenceStart(rest, mark);
        if (space < 0 || hash <= space) {
            throw expected(form);
        }
        return new Owned(
                name(rest.substring(0, space), form),
                Escapes.unescape(rest.substring(space + 1, hash)),
                occurrence(rest, hash + mark.length()));
    }

    private static Event command(String rest) {
        String form = "command c1 -> n1 TEXT";
        int arrow = rest.indexOf(" -> ");
        int space = arrow < 0 ? -1 : rest.indexOf(' ', arrow + 4);
        if (space < 0) {
            throw expected(form);
        }
        return new Event.Command(
                name(rest.substring(0, arrow), form),
                name(rest.substring(arrow + 4, space), form),
                Escapes.unescape(rest.substring(space + 1)));
    }

    private static Event partition(String rest) {
        String form = "partition n1 n2 | n3 n4";
        List<List<String>> groups = new ArrayList<>();
        for (String group : rest.split(" \\| ", -1)) {
            groups.add(Arrays.stream(group.split(" ", -1)).map(n -> name(n, form)).toList());
        }
        if (groups.size() < 2) {
            throw expected(form);
        }
        return new Event.Partition(groups);
    }

    private static String[] pair(String rest, String verb) {
        String form = verb + " n1 -> n2";
        int arrow = rest.indexOf(" -> ");
        if (arrow < 0) {
            throw expected(form);
        }
        return new String[] {name(rest.substring(0, arrow), form), name(rest.substring(arrow + 4), form)};
    }

    private static String name(String text, String form) {
        if (text.isEmpty() || text.indexOf(' ') >= 0) {
            throw expected(form);
        }
        return text;
    }

    /** Where the last {@code #digits} of the line begins, with its mark; -1 where there is none. */
    private static int occurrenceStart(String rest, String mark) {
        int start = rest.lastIndexOf(mark);
        return start < 0 || !rest.substring(start + mark.length()).matches("[1-9][0-9]{0,8}") ? -1 : start;
    }

    private static int occurrence(String rest, int start) {
        return Integer.parseInt(rest.substring(start));
    }

    private static IllegalArgumentException expected(String form) {
        return new IllegalArgumentException("expected the form '" + form + "'");
    }

    private static String shorten(String text) {
        return text.length() <= 40 ? text : text.substring(0, 40) + "…";
    }
}
