package dev.heddle.harness.order;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;

/**
 * Bursts: the node that was last in turn is likely to be in turn again, so that one node does much while the
 * others do nothing.
 */
final class Dwelling extends ByWeight {
    private static final double LEAST_LOYALTY = 2;
    private static final double GREATEST_LOYALTY = 100;

    private final double loyalty;
    private Node last;

    Dwelling(Rng rng) {
        this(rng, rng.nextLogUniform(LEAST_LOYALTY, GREATEST_LOYALTY));
    }

    /** @param loyalty how likely the node that was last in turn is, relative to another */
    Dwelling(Rng rng, double loyalty) {
        super(rng);
        this.loyalty = loyalty;
    }

    @Override
    double weight(Message message) {
        return weight(message.to());
    }

    @Override
    double weight(Timer timer) {
        return weight(timer.owner());
    }

    @Override
    void chose(World world, Message message) {
        last = message.to().node();
    }

    @Override
    void chose(World world, Timer timer) {
        last = timer.owner().node();
    }

    private double weight(Endpoint receiver) {
        return receiver.node() == last ? loyalty : 1;
    }
}
