package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Escapes;
import dev.heddle.harness.schedule.Form.Pair;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** A client's command put into the pending set; its delivery is an event of its own. */
public record Command(String client, String node, String text) implements Deed {
    static final Verb VERB = new Verb("command c1 -> n1 TEXT", (form, rest) -> {
        int start = form.textStart(rest);
        Pair ends = form.pair(rest.substring(0, start - 1));
        return new Command(ends.from(), ends.to(), Escapes.unescape(rest.substring(start)));
    });

    @Override
    public String line() {
        return "command " + client + " -> " + node + " " + Escapes.escape(text);
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return client + " asks " + node + " to " + shown.apply(text);
    }

    @Override
    public List<String> nodes() {
        return List.of(node);
    }

    @Override
    public boolean calm() {
        return true;
    }

    @Override
    public boolean possible(World world) {
        return world.node(node) != null && world.client(client).node() == null;
    }

    @Override
    public void applyTo(World world) {
        world.command(world.client(client), world.node(node), text);
    }
}
