package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form.Owned;
import dev.heddle.harness.schedule.Verb;
import java.util.List;
import java.util.function.UnaryOperator;

/** A timer of an actor goes off. */
public record Fire(String owner, String timer, int occurrence) implements Handover {
    /** How it is read. */
    public static final Verb VERB = new Verb("fire n1 TIMER #1", (form, rest) -> {
        Owned owned = form.owned(rest, " #");
        return new Fire(owned.owner(), owned.name(), owned.occurrence());
    });

    @Override
    public String line() {
        return "fire " + owner + " " + Escapes.escape(timer) + " #" + occurrence;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return "the timer " + shown.apply(timer) + " of " + owner + " goes off";
    }

    @Override
    public List<String> nodes() {
        return List.of(Event.nodeOf(owner));
    }

    @Override
    public Pending find(World world, Match match) {
        return match.pick(world.timersOf(owner), timer, occurrence);
    }

    @Override
    public String hindrance(World world) {
        Node node = world.node(Event.nodeOf(owner));
        return node != null && node.up()
                ? owner + " has no such timer pending"
                : Hindrance.ofNodes(nodes(), world);
    }
}
