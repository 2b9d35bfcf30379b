package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** A crashed node starts again on what was durable. */
public record Recover(String node) implements NodeDeed {
    private static final Move MOVE = new Move("recover", 0.01, 0.5) {
        @Override
        public int count(World world) {
            return world.size() - world.upCount();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return new Recover(world.nodeThatIs(false, i).name());
        }
    };
    /** The fault, or rather the end of one. */
    public static final FaultKind KIND = new FaultKind(
                    "recover",
                    List.of(new Verb("recover n1", (form, rest) -> new Recover(form.name(rest)))),
                    List.of(MOVE))
            .after(Crash.KIND);

    @Override
    public String line() {
        return "recover " + node;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return node + " starts again";
    }

    @Override
    public boolean possible(Node own) {
        return !own.up() && own.incarnation() > 0;
    }

    @Override
    public void applyTo(World world, Node own) {
        world.start(own);
    }
}
