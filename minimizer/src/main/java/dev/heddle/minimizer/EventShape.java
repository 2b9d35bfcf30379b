package dev.heddle.minimizer;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Corrupt;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.CrashPoint;
import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.PartitionFault.Cut;
import dev.heddle.harness.fault.PartitionFault.Heal;
import dev.heddle.harness.fault.PartitionFault.HealAll;
import dev.heddle.harness.fault.PartitionFault.Partition;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.fault.Sever;
import dev.heddle.harness.fault.ThrowFault;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Handover;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** All that the minimizer knows of events. */
public final class EventShape {
    private static final String BEFORE_CONTENTS = " {([<";

    private static final String NAME_CHARACTER = "[A-Za-z0-9_-]";

    private static final Pattern OCCURRENCE = Pattern.compile("#([0-9]{1,9})$");
    /** The first of a line that something goes from: texts come later. */
    private static final Pattern SENDER = Pattern.compile("(\\S+) -> ");

    private EventShape() {}

    /**
     * What an event counts: one as a delivery, one as an external; a boot is both. The beginning of a fair end
     * counts one more, since events that can be chosen are better than those that come by themselves.
     */
    public static int weight(Event event) {
        return (event instanceof Event.Delivery ? 1 : 0)
                + (external(event) ? 1 : 0)
                + (event instanceof Settle ? 1 : 0);
    }

    /** True for the first start of a node. */
    public static boolean boot(Event event) {
        return event instanceof Boot;
    }

    /** The place of the event with which a fair end begins, or -1 where there is none. */
    public static int fairEnd(List<Event> events) {
        for (int i = 0; i < events.size(); i++) {
            if (events.get(i) instanceof Settle) {
                return i;
            }
        }
        return -1;
    }

    /** What a fair end does at once and an execution can do without one. */
    public static Event healing() {
        return new HealAll();
    }

    /** True for boots, commands and faults. */
    public static boolean external(Event event) {
        return event instanceof Event.External;
    }

    /** Its occurrence, or 0 for what has none. */
    static int occurrence(Event event) {
        Matcher matcher = OCCURRENCE.matcher(event.line());
        return event instanceof Command || !matcher.find() ? 0 : Integer.parseInt(matcher.group(1));
    }

    /** What is handed over, or would be had not a fault met it; null where that is nothing pending. */
    public static Handover handover(Event event) {
        if (event instanceof Handover handover) {
            return handover;
        } else if (event instanceof CrashPoint e) {
            return e.during();
        } else if (event instanceof ThrowFault e) {
            return e.during();
        } else if (event instanceof Drop e) {
            return new Deliver(e.message());
        } else if (event instanceof Duplicate e) {
            return new Deliver(e.message());
        }
        return event instanceof Corrupt e ? new Deliver(e.message()) : null;
    }

    /** The same happening to another message. */
    public static Event instead(Event event, Deliver other) {
        if (event instanceof CrashPoint e) {
            return new CrashPoint(other, e.point());
        } else if (event instanceof ThrowFault) {
            return new ThrowFault(other);
        } else if (event instanceof Drop) {
            return new Drop(other.message());
        } else if (event instanceof Duplicate) {
            return new Duplicate(other.message());
        }
        return event instanceof Corrupt e ? new Corrupt(other.message(), e.variant()) : other;
    }

    /** True where the later one undoes what the earlier one did: the two are one fault. */
    public static boolean pair(Event earlier, Event later) {
        if (later instanceof Recover recover) {
            return earlier instanceof Crash crash && crash.node().equals(recover.node())
                    || earlier instanceof CrashPoint point && point.nodes().contains(recover.node());
        } else if (earlier instanceof Cut cut && later instanceof Heal heal) {
            return cut.from().equals(heal.from()) && cut.to().equals(heal.to());
        }
        return (earlier instanceof Cut || earlier instanceof Partition) && later instanceof HealAll;
    }

    /** The same command with another text, or null for what is no command. */
    public static Event withText(Event event, String text) {
        return event instanceof Command e ? new Command(e.client(), e.node(), text) : null;
    }

    /** The text of a command, or null for what is none. */
    public static String commandText(Event event) {
        return event instanceof Command e ? e.text() : null;
    }

    /** The client of a command, or null for what is none. */
    public static String client(Event event) {
        return event instanceof Command e ? e.client() : null;
    }

    /** What is left of an event without a node, or null where nothing is. */
    public static Event withoutNode(Event event, String node) {
        if (event instanceof Partition partition) {
            List<List<String>> groups = partition.groups().stream()
                    .map(group -> group.stream().filter(n -> !n.equals(node)).toList())
                    .filter(group -> !group.isEmpty())
                    .toList();
            return groups.size() < 2 ? null : new Partition(groups);
        }
        return concerns(event, node) ? null : event;
    }

    /**
     * Events that do less than a fault: a link is cut instead of severed, a connection is reset instead of cut, a
     * handler is not disturbed, a node crashes between two handlers.
     */
    public static List<Event> milder(Event event) {
        List<Event> milder = new ArrayList<>();
        if (event instanceof Partition partition) {
            for (List<String> group : partition.groups()) {
                for (List<String> other : partition.groups()) {
                    for (String from : group == other ? List.<String>of() : group) {
                        other.forEach(to -> milder.add(new Reset(from, to)));
                    }
                }
            }
        } else if (event instanceof Cut cut) {
            milder.add(new Reset(cut.from(), cut.to()));
        } else if (event instanceof Sever sever) {
            milder.add(new Cut(sever.from(), sever.to()));
            milder.add(new Reset(sever.from(), sever.to()));
        } else if (event instanceof CrashPoint || event instanceof ThrowFault) {
            milder.add(handover(event));
            event.nodes().forEach(node -> milder.add(new Crash(node)));
        }
        return milder;
    }

    /** Faults of these kinds that one could put into an execution, each on its own, and a crash with its recovery. */
    public static List<List<Event>> faults(List<String> nodes, Set<FaultKind> kinds) {
        List<List<Event>> faults = new ArrayList<>();
        for (String node : nodes) {
            if (kinds.contains(Crash.KIND)) {
                faults.add(List.of(new Crash(node)));
            }
            if (kinds.contains(Recover.KIND)) {
                faults.add(List.of(new Recover(node)));
            }
            if (kinds.contains(Crash.KIND) && kinds.contains(Recover.KIND)) {
                faults.add(List.of(new Crash(node), new Recover(node)));
            }
            for (String other : kinds.contains(Reset.KIND) ? nodes : List.<String>of()) {
                if (!other.equals(node)) {
                    faults.add(List.of(new Reset(node, other)));
                }
            }
        }
        return faults;
    }

    /** True where an event concerns the node: it runs there, needs it, or hands over what comes from there. */
    public static boolean concerns(Event event, String node) {
        Matcher sender = SENDER.matcher(event.line());
        return event.nodes().contains(node) || sender.find() && Event.nodeOf(sender.group(1)).equals(node);
    }

    /** The event with names replaced wherever they stand, in texts as well. */
    public static Event renamed(Event event, Map<String, String> names) {
        Matcher matcher = names(names.keySet()).matcher(event.line());
        return Faults.VOCABULARY.parse(matcher.replaceAll(m -> Matcher.quoteReplacement(names.get(m.group()))));
    }

    /** The longest first: one may begin like another. */
    private static Pattern names(Collection<String> names) {
        String any = names.stream()
                .sorted(Comparator.comparingInt(String::length).reversed().thenComparing(Comparator.naturalOrder()))
                .map(Pattern::quote)
                .collect(Collectors.joining("|"));
        return Pattern.compile("(?<!" + NAME_CHARACTER + ")(?:" + any + ")(?!" + NAME_CHARACTER + ")");
    }

    /** The kind of a message: its text up to its contents, be they behind a space or in brackets of any form. */
    public static String kind(String text) {
        int end = 0;
        while (end < text.length() && BEFORE_CONTENTS.indexOf(text.charAt(end)) < 0) {
            end++;
        }
        return text.substring(0, end);
    }

    /** The events without those at the marked places. */
    public static List<Event> without(List<Event> events, BitSet removed) {
        return IntStream.range(0, events.size())
                .filter(i -> !removed.get(i))
                .mapToObj(events::get)
                .collect(Collectors.toUnmodifiableList());
    }
}
