package dev.heddle.harness.run;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.StableText;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.History;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.Task;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Consumer;

/**
 * Writes what happened: each event's line, then, indented, what changed in the state of the node
 * that ran and what it sent, armed and answered. What follows from an event by rule, as when an
 * execution settles, is written like events, but indented below it.
 *
 * <p>Text is made at the step itself, so two traces are equal only if the executions were.
 */
public final class TraceWriter implements StepListener {
    private final Consumer<String> lines;
    private final List<Map<String, String>> states = new ArrayList<>();
    private int bornBefore;
    private int responsesBefore;
    private int chosenBefore;
    private String indent = "";

    /** @param lines takes each line, without its end */
    public TraceWriter(Consumer<String> lines) {
        this.lines = lines;
    }

    @Override
    public void stepped(Action action, World world) {
        int chosen = world.history().performed().size();
        indent = chosen == chosenBefore ? "  " : "";
        chosenBefore = chosen;
        write(action.toEvent().line());
        if (world.acted() >= 0) {
            changes(world, world.acted());
        }
        History history = world.history();
        List<Pending> born = history.born();
        while (bornBefore < born.size()) {
            write("  " + birth(born.get(bornBefore++)));
        }
        List<Response> responses = history.responses();
        while (responsesBefore < responses.size()) {
            Response r = responses.get(responsesBefore++);
            write("  answer " + r.from() + " -> " + r.client() + " " + Escapes.escape(StableText.of(r.text())));
        }
        if (world.failure() != null) {
            write("  uncaught in " + world.failure().actor() + " "
                    + Escapes.escape(StableText.of(world.failure().cause())));
        }
    }

    /** The fields of a node as they were after the last step that it took; empty before the first. */
    public Map<String, String> state(int node) {
        return node < states.size() ? Collections.unmodifiableMap(states.get(node)) : Map.of();
    }

    private void write(String line) {
        lines.accept(indent + line);
    }

    private static String birth(Pending pending) {
        if (pending instanceof Message m) {
            return "send " + m.from() + " -> " + m.to() + " " + Escapes.escape(m.text()) + " #" + m.occurrence();
        } else if (pending instanceof Timer t) {
            return "arm " + t.owner() + " " + Escapes.escape(t.text()) + " #" + t.occurrence();
        }
        Task task = (Task) pending;
        return "submit " + task.owner() + " " + Escapes.escape(task.text()) + "#" + task.occurrence();
    }

    private void changes(World world, int node) {
        while (states.size() <= node) {
            states.add(Map.of());
        }
        Map<String, String> before = states.get(node);
        Map<String, String> after = read(world, node);
        String name = world.name(node);
        after.forEach((field, value) -> {
            if (!Objects.equals(before.get(field), value)) {
                String old = before.containsKey(field) ? before.get(field) + " -> " : "";
                write("  " + name + " " + field + ": " + old + value);
            }
        });
        states.set(node, after);
    }

    private static Map<String, String> read(World world, int node) {
        Map<String, String> state = new LinkedHashMap<>();
        state.put("up", Boolean.toString(world.nodes().get(node).up()));
        NodeView view = world.view(node);
        if (view != null) {
            view.fields((field, value) -> state.put(field, Escapes.escape(StableText.of(value))));
        }
        return state;
    }
}
