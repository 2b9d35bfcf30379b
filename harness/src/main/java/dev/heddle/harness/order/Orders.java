package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import java.util.List;
import java.util.function.Function;

/** The one list of orders. */
public final class Orders {
    /**
     * A kind of order.
     *
     * @param id its name on the command line
     * @param summary one line for people
     * @param inExecution the order of one execution, which draws all its choices from the generator
     */
    public record Kind(String id, String summary, Function<Rng, Order> inExecution) {}

    /** Every order; the first one knows nothing of any other. */
    public static final List<Kind> ALL = List.of(
            new Kind("random", "any channel that can deliver, any timer: all equally likely", Uniform::new),
            new Kind("pct", "channels by priority; at random points the one in turn becomes the last", Priorities::new),
            new Kind("pos", "priorities drawn for each message, anew for those that race with the one delivered",
                    PartialOrder::new),
            new Kind("surw", "channels by how much waits on them: every interleaving of it equally likely",
                    UniformWalk::new),
            new Kind("delay", "the oldest message first, but for random delays", Delays::new),
            new Kind("dwell", "the node that was last in turn, for a while", Dwelling::new),
            new Kind("speeds", "channels and nodes by speeds over orders of magnitude, which change", Speeds::new));

    private Orders() {}
}
