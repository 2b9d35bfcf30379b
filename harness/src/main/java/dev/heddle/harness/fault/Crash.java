package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** A node is gone, with its volatile state and what it had not synced. */
public record Crash(String node) implements NodeDeed {
    private static final Move MOVE = new Move("crash", 0.0005, 0.025) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.upCount();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return new Crash(world.nodeThatIs(true, i).name());
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
            "crash",
            List.of(new Verb(
                    "crash n1",
                    (form, rest) -> rest.indexOf(' ') < 0 ? new Crash(form.name(rest)) : CrashPoint.read(rest))),
            List.of(MOVE, CrashPoint.MOVE));

    @Override
    public String line() {
        return "crash " + node;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return node + " crashes";
    }

    @Override
    public boolean possible(Node own) {
        return own.up();
    }

    @Override
    public void applyTo(World world, Node own) {
        world.crash(own);
    }
}
