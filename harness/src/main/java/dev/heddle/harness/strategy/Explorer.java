package dev.heddle.harness.strategy;

import dev.heddle.harness.corpus.Follower;
import dev.heddle.harness.corpus.Improviser;
import dev.heddle.harness.corpus.Recipe;
import dev.heddle.harness.coverage.LongSet;
import dev.heddle.harness.coverage.States;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/**
 * The strategy of all fuzzing, which follows a recipe first if it has one, and looks out for abstract states that
 * nobody had reached before its round.
 */
final class Explorer implements Strategy, Improviser {
    private static final int MAX_FRESH = 1 << 14;
    private static final String GUIDED = " + feedback";

    private final int arm;
    private final RandomStrategy free;
    private final Follower follower;
    private final LongSet known;
    private final LongSet fresh = new LongSet(MAX_FRESH);
    private final States states = new States(this::reached);
    private World world;
    /** The number of actions after which the last of the fresh states was reached. */
    private int reachedAt;
    private long deliveries;
    private Recipe recipe;

    /**
     * @param arm the place of its kind among those that the search chooses from
     * @param recipe what is followed first, or null
     * @param known the states of earlier rounds
     */
    Explorer(int arm, RandomStrategy free, Recipe recipe, LongSet known) {
        this.arm = arm;
        this.free = free;
        this.known = known;
        follower = recipe == null ? null : new Follower(recipe, this);
    }

    @Override
    public Action choose(World present) {
        world = present;
        states.look(present);
        Action next = follower == null ? null : follower.choose(present);
        return next == null ? free.choose(present) : next;
    }

    @Override
    public Action anything(World present) {
        return free.choose(present);
    }

    @Override
    public Action command(Command before, World present) {
        return free.command(before.client(), before.node());
    }

    private void reached(long state) {
        if (!known.contains(state) && fresh.add(state)) {
            reachedAt = world.history().performed().size();
        }
    }

    @Override
    public void ended(Outcome outcome) {
        if (world != null) {
            deliveries = world.deliveries();
            recipe = fresh.size() == 0 ? null : Recipe.of(world.history().performed().subList(0, reachedAt));
            world = null;
        }
    }

    @Override
    public String kind() {
        return follower == null ? free.kind() : free.kind() + GUIDED;
    }

    int arm() {
        return arm;
    }

    long deliveries() {
        return deliveries;
    }

    /** The states that nobody had reached before its round. */
    long[] fresh() {
        return fresh.values();
    }

    /** What led to the last of them, or null where there is none. */
    Recipe recipe() {
        return recipe;
    }
}
