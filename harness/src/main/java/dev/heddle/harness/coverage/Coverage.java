package dev.heddle.harness.coverage;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.Arrays;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.LongStream;

/**
 * What happened in many executions: which kinds of messages and timers met nodes in which mode, how modes
 * followed each other, what was done from outside, and how many abstract states there were.
 */
public final class Coverage {
    /** The mode of a node that shows none. */
    public static final String NO_MODE = "any";
    private final Counts messages = new Counts();
    private final Counts timers = new Counts();
    private final Counts transitions = new Counts();
    private final Counts events = new Counts();
    private final Discoveries reached = new Discoveries();
    private String[] modes = {};
    private States states;
    private long execution;

    /**
     * An execution begins, a later one than those before.
     *
     * @param number of the execution
     * @param kind of its strategy
     */
    public void begin(World world, long number, String kind) {
        if (modes.length != world.size()) {
            modes = new String[world.size()];
        }
        Arrays.fill(modes, null);
        execution = number;
        states = new States(state -> reached.add(state, number, kind));
    }

    /** Takes down a step. */
    public void stepped(Action action, World world) {
        int acted = world.acted();
        String before = acted < 0 ? null : modes[acted];
        String kind = kind(action);
        if (action instanceof Pending pending) {
            Counts counts = action instanceof Message ? messages : timers;
            counts.add(pending.kind(), before == null ? NO_MODE : before, execution);
        } else if (!(action.toEvent() instanceof Handover)) {
            // A fault in a handler that did not come about is a handing over, and nothing from outside.
            events.add(kind, "", execution);
        }
        if (acted >= 0) {
            String after = mode(world, acted);
            if (before != null && after != null && !after.equals(before)) {
                transitions.add(before + " -> " + after, kind, execution);
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
        reached.addAll(other.reached);
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

    /** Every mode in which a node was met. */
    public SortedSet<String> modes() {
        SortedSet<String> modes = new TreeSet<>();
        messages().values().forEach(counts -> modes.addAll(counts.keySet()));
        timers().values().forEach(counts -> modes.addAll(counts.keySet()));
        modes.remove(NO_MODE);
        return modes;
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

    /** How many of these each kind of strategy reached first. */
    public SortedMap<String, Long> abstractStatesByKind() {
        return reached.byKind();
    }

    /** How it grew to this. */
    public Growth growth() {
        long[] meetings = LongStream.concat(Arrays.stream(messages.firsts()), Arrays.stream(timers.firsts())).toArray();
        return new Growth(reached.executions(), messages.firstsOfKinds(), meetings, transitions.firstsOfKinds());
    }
}
