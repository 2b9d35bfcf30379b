package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form.Owned;
import dev.heddle.harness.schedule.Verb;
import java.util.List;
import java.util.function.UnaryOperator;

/** A task that an actor handed to its dispatcher (a future's body, say) runs. */
public record Run(String owner, String task, int occurrence) implements Handover {
    /** How it is read. */
    public static final Verb VERB = new Verb("run n1 TASK#1", (form, rest) -> {
        Owned owned = form.owned(rest, "#");
        return new Run(owned.owner(), owned.name(), owned.occurrence());
    });

    @Override
    public String line() {
        return "run " + owner + " " + Escapes.escape(task) + "#" + occurrence;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return owner + " runs " + shown.apply(task);
    }

    @Override
    public List<String> nodes() {
        return List.of(Event.nodeOf(owner));
    }

    @Override
    public Pending find(World world, Match match) {
        List<Task> own = world.tasks().stream().filter(t -> t.owner().name().equals(owner)).toList();
        return match.pick(own, task, occurrence);
    }

    @Override
    public String hindrance(World world) {
        Node node = world.node(Event.nodeOf(owner));
        return node != null && node.up()
                ? owner + " has no such task pending"
                : Hindrance.ofNodes(nodes(), world);
    }
}
