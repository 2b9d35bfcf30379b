package dev.heddle.harness.corpus;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Action;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;

/** What was done in an execution, step by step. */
public final class Recipe {
    private static final int MAX_CHANGES = 4;
    private static final int MAX_CHUNK = 16;
    /** The share of variants that end early, so that something else can follow from the middle. */
    private static final double CUT_SHORT = 0.5;

    private final List<Step> steps;

    private Recipe(List<Step> steps) {
        this.steps = List.copyOf(steps);
    }

    /** What was done in these actions. */
    public static Recipe of(List<Action> actions) {
        List<Step> steps = new ArrayList<>(actions.size());
        for (Action action : actions) {
            if (!(action instanceof Event event && event.last())) {
                steps.add(Step.of(action));
            }
        }
        return new Recipe(steps);
    }

    /** The number of steps. */
    public int size() {
        return steps.size();
    }

    Step step(int i) {
        return steps.get(i);
    }

    /**
     * One like it: some steps left out, delayed, done twice, open, or taken from another one.
     *
     * @param other one to take steps from
     */
    public Recipe variant(Recipe other, Rng rng) {
        List<Step> own = new ArrayList<>(steps);
        if (rng.chance(CUT_SHORT) && own.size() > 1) {
            own = new ArrayList<>(own.subList(0, 1 + rng.nextInt(own.size())));
        }
        // None at all is a variant as well: what follows will be different.
        for (int changes = rng.nextInt(MAX_CHANGES); changes > 0 && !own.isEmpty(); changes--) {
            change(own, other, rng);
        }
        return new Recipe(own);
    }

    private static void change(List<Step> own, Recipe other, Rng rng) {
        int from = rng.nextInt(own.size());
        int to = Math.min(own.size(), from + 1 + rng.nextInt(MAX_CHUNK));
        List<Step> chunk = own.subList(from, to);
        switch (rng.nextInt(6)) {
            case 0 -> chunk.clear();
            case 1 -> {
                List<Step> delayed = new ArrayList<>(chunk);
                chunk.clear();
                own.addAll(from + rng.nextInt(own.size() - from + 1), delayed);
            }
            case 2 -> own.addAll(to, new ArrayList<>(chunk));
            case 3 -> own.add(from, Step.Open.ONE);
            case 4 -> starve(own, from, rng);
            default -> splice(own, from, other, rng);
        }
    }

    /** What goes from one address to another waits for a while. */
    private static void starve(List<Step> own, int from, Rng rng) {
        int to = from + rng.nextInt(own.size() - from) + 1;
        List<Step> window = own.subList(from, to);
        if (own.get(from) instanceof Step.Delivered first) {
            Predicate<Step> alike = s -> s instanceof Step.Delivered d
                    && d.from().equals(first.from()) && d.to().equals(first.to());
            List<Step> waiting = window.stream().filter(alike).toList();
            window.removeIf(alike);
            own.addAll(to - waiting.size(), waiting);
        }
    }

    private static void splice(List<Step> own, int at, Recipe other, Rng rng) {
        if (other.size() > 0) {
            int from = rng.nextInt(other.size());
            own.addAll(at, other.steps.subList(from, Math.min(other.size(), from + 1 + rng.nextInt(MAX_CHUNK))));
        }
    }
}
