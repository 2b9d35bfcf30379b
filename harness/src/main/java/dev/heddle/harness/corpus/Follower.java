package dev.heddle.harness.corpus;

import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** Somebody who follows a recipe as far as it goes. */
public final class Follower {
    private final Recipe recipe;
    private final Improviser improviser;
    private int next;

    public Follower(Recipe recipe, Improviser improviser) {
        this.recipe = recipe;
        this.improviser = improviser;
    }

    /** The next of the recipe's steps that is possible, or null once there is none. */
    public Action choose(World world) {
        while (next < recipe.size()) {
            Action action = recipe.step(next++).find(world, improviser);
            if (action != null) {
                return action;
            }
        }
        return null;
    }
}
