package dev.heddle.harness.corpus;

import dev.heddle.harness.coverage.LongSet;
import dev.heddle.harness.random.Rng;
import java.util.ArrayList;
import java.util.List;

/** Recipes that reached what nothing had reached before them. */
public final class Corpus {
    private static final int MAX_RECIPES = 1024;
    private static final int MAX_STATES = 1 << 20;
    /** The share of draws that are among the newest. */
    private static final double NEWEST_SHARE = 0.5;
    private static final int NEWEST = 32;

    private final LongSet known = new LongSet(MAX_STATES);
    private final List<Recipe> recipes = new ArrayList<>();
    /** Counts what was ever kept; the oldest gives way once there are too many. */
    private int kept;

    /** What was reached so far; not to be changed by others. */
    public LongSet known() {
        return known;
    }

    /**
     * Takes in what an execution reached.
     *
     * @param states hashes of it
     * @return how many of them are new
     */
    public int reached(long[] states) {
        int fresh = 0;
        for (long state : states) {
            fresh += known.add(state) ? 1 : 0;
        }
        return fresh;
    }

    /** Keeps a recipe. */
    public void keep(Recipe recipe) {
        if (recipes.size() < MAX_RECIPES) {
            recipes.add(recipe);
        } else {
            recipes.set(kept % MAX_RECIPES, recipe);
        }
        kept++;
    }

    /** Whether there is nothing to go on from. */
    public boolean isEmpty() {
        return recipes.isEmpty();
    }

    /** A variant of one of the recipes. */
    public Recipe variant(Rng rng) {
        return draw(rng).variant(draw(rng), rng);
    }

    private Recipe draw(Rng rng) {
        int size = recipes.size();
        if (rng.chance(NEWEST_SHARE)) {
            int back = 1 + rng.nextInt(Math.min(NEWEST, size));
            return recipes.get(Math.floorMod(kept - back, size));
        }
        return recipes.get(rng.nextInt(size));
    }
}
