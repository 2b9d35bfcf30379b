package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** A kind of thing that can happen: how many of it are possible now, and the i-th of them. */
public abstract class Move {
    private final String name;
    private final double low;
    private final double high;

    /**
     * @param name what users give it a weight by
     * @param low the least weight that an execution draws for it, relative to a delivery's, which is 1
     * @param high the greatest
     */
    protected Move(String name, double low, double high) {
        this.name = name;
        this.low = low;
        this.high = high;
    }

    /** What users give it a weight by. */
    public final String name() {
        return name;
    }

    /** How likely it is in one execution, relative to a delivery. */
    public final double drawWeight(Rng rng) {
        return low == high ? low : rng.nextLogUniform(low, high);
    }

    /** How likely it is, relative to a delivery, in the middle of what is drawn. */
    public final double middleWeight() {
        return StrictMath.sqrt(low * high);
    }

    /**
     * True for what must wait until there is something else to do: it could follow itself, or what
     * undoes it, for ever.
     */
    public boolean idle() {
        return false;
    }

    /** How many of it are possible now; asked at every step. */
    public abstract int count(World world);

    /**
     * The i-th, or null where it turns out not to be possible.
     *
     * @param rng where that leaves something to be drawn
     */
    public abstract Action at(World world, int i, Rng rng);
}
