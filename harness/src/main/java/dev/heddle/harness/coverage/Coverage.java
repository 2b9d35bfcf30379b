package dev.heddle.harness.coverage;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What happened in many executions: which kinds of messages and timers met nodes in which mode, how modes
 * followed each other, what was done from outside, and how many abstract states there were.
 */
public final class Coverage {
    /** The mode of a node that shows none. */
    static final String NO_MODE = "any";
    private static final int MAX_STATES = 1 << 20;

    private final Counts messages = new Counts();
    private final Counts timers = new Counts();
    private final Counts transitions = new Counts();
    private final Counts events = new Counts();
    private final LongSet reached = new LongSet(MAX_STATES);
    private String[] modes = {};
    private States states;

    /** Numbers by two words. */
    private static final class Counts {
        private final Map<String, Map<String, long[]>> numbers = new HashMap<>();

        void add(String one, String other, long count) {
            Map<String, long[]> own = numbers.get(one);
            if (own == null) {
                own = new HashMap<>();
                numbers.put(one, own);
            }
            long[] number = own.get(other);
            if (number == null) {
                number = new long[1];
                own.put(other, number);
            }
            number[0] += count;
        }

        void addAll(Counts others) {
            others.numbers.forEach((one, own) -> own.forEach((other, number) -> add(one, other, number[0])));
        }

        SortedMap<String, SortedMap<String, Long>> sorted() {
            SortedMap<String, SortedMap<String, Long>> sorted = new TreeMap<>();
            numbers.forEach((one, own) -> {
                SortedMap<String, Long> inner = new TreeMap<>();
                own.forEach((other, number) -> inner.put(other, number[0]));
                sorted.put(one, inner);
            });
            return sorted;
        }
    }

    /** An execution begins. */
    public void begin(World world) {
        if (modes.length != world.size()) {
            modes = new String[world.size()];
        }
        Arrays.fill(modes, null);
        states = new States(reached::add);
    }

    /** Takes down a step. */
    public void stepped(Action action, World world) {
        int acted = world.acted();
        String before = acted < 0 ? null : modes[acted];
        String kind = kind(action);
        if (action instanceof Pending pending) {
            (action instanceof Message ? messages : timers).add(pending.kind(), before == null ? NO_MODE : before, 1);
        } else {
            events.add(kind, "", 1);
        }
        if (acted >= 0) {
            String after = mode(world, acted);
            if (before != null && after != null && !after.equals(before)) {
                transitions.add(before + " -> " + after, kind, 1);
            }
            modes[acted] = after;
            states.look(world);
        }
    }

    private static String kind(Action action) {
        if (action instanceof Pending pending) {
            return pending.kind();
        }
        String line = action.toEvent().line();
        int space = line.indexOf(' ');
        return space < 0 ? line : line.substring(0, space);
    }

    private static String mode(World world, int index) {
        Node node = world.nodes().get(index);
        NodeView view = node.up() ? world.view(index) : null;
        return view == null ? null : view.mode();
    }

    /** Adds what another one has taken down. */
    public void add(Coverage other) {
        messages.addAll(other.messages);
        timers.addAll(other.timers);
        transitions.addAll(other.transitions);
        events.addAll(other.events);
        for (long state : other.reached.values()) {
            reached.add(state);
        }
    }

    /** How often each kind of message was delivered to a node in each mode. */
    public SortedMap<String, SortedMap<String, Long>> messages() {
        return messages.sorted();
    }

    /** How often each kind of timer fired, and each task ran, at a node in each mode. */
    public SortedMap<String, SortedMap<String, Long>> timers() {
        return timers.sorted();
    }

    /** How often one mode followed another, by what brought it about. */
    public SortedMap<String, SortedMap<String, Long>> transitions() {
        return transitions.sorted();
    }

    /** How often each kind of event from outside happened. */
    public SortedMap<String, Long> events() {
        SortedMap<String, Long> sorted = new TreeMap<>();
        events.sorted().forEach((event, counts) -> sorted.put(event, counts.get("")));
        return sorted;
    }

    /** The number of different abstract states of pairs of nodes; at most about a million. */
    public int abstractStates() {
        return reached.size();
    }
}
