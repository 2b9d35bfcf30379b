package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.function.UnaryOperator;

/** The first start of a node. */
public record Boot(String node) implements NodeDeed, Event.Delivery {
    static final Verb VERB = new Verb("boot n1", (form, rest) -> new Boot(form.name(rest)));

    @Override
    public String line() {
        return "boot " + node;
    }

    @Override
    public boolean calm() {
        return true;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return node + " starts";
    }

    @Override
    public boolean possible(Node own) {
        return own.incarnation() == 0;
    }

    @Override
    public void applyTo(World world, Node own) {
        world.start(own);
    }
}
