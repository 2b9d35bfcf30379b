package dev.heddle.minimizer.account;

import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.StableText;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Takes down an execution for an {@link Account}, one moment a step. */
public final class Chronicle implements StepListener {
    private final List<Moment> moments = new ArrayList<>();
    private final Map<String, Map<String, String>> states = new HashMap<>();
    private final Map<String, DiskUse> disks = new HashMap<>();
    private int bornBefore;
    private int responsesBefore;

    @Override
    public void stepped(Action action, World world) {
        String node = world.acted() < 0 ? null : world.name(world.acted());
        Map<String, String> state = node == null ? Map.of() : state(world.view(world.acted()));
        List<String> changes = node == null ? List.of() : changes(states.getOrDefault(node, Map.of()), state);
        // A node that is down shows nothing: what it comes back with is told against what it had.
        if (!state.isEmpty()) {
            states.put(node, state);
        }
        List<Pending> born = world.history().born();
        List<Event> own = born.subList(bornBefore, born.size()).stream().map(Pending::toEvent).toList();
        bornBefore = born.size();
        Node acted = node == null ? null : world.nodes().get(world.acted());
        boolean down = acted != null && !acted.up();
        moments.add(new Moment(action.toEvent(), node, state, changes, own, answers(world), disk(acted), down));
    }

    private List<String> answers(World world) {
        List<Response> responses = world.history().responses();
        List<String> answers = new ArrayList<>();
        while (responsesBefore < responses.size()) {
            Response response = responses.get(responsesBefore++);
            answers.add(response.client().name() + ": " + StableText.of(response.text()));
        }
        return answers;
    }

    private String disk(Node node) {
        if (node == null) {
            return "";
        }
        DiskUse now = DiskUse.of(node.disk());
        DiskUse before = disks.getOrDefault(node.name(), new DiskUse(0, 0));
        disks.put(node.name(), now);
        return node.up() ? now.since(before) : now.sinceCrash(before);
    }

    List<Moment> moments() {
        return moments;
    }

    private static Map<String, String> state(NodeView view) {
        Map<String, String> state = new LinkedHashMap<>();
        if (view != null) {
            view.fields((field, value) -> state.put(field, StableText.of(value)));
        }
        return state;
    }

    private static List<String> changes(Map<String, String> before, Map<String, String> after) {
        List<String> changes = new ArrayList<>();
        after.forEach((field, value) -> {
            String old = before.get(field);
            if (old != null && !old.equals(value)) {
                changes.add(field + " " + old + " -> " + value);
            }
        });
        return changes;
    }
}
