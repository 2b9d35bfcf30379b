package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * The end of all faults, and of the execution: from here on everything runs fairly, for so much virtual
 * time at most.
 *
 * <p>What follows is no choice, so it is not written down: a replay makes it anew, and a lack of
 * progress in it is never due to an event that is missing from the schedule.
 *
 * @param millis the virtual time, in milliseconds
 */
public record Settle(int millis) implements Deed {
    static final Verb VERB = new Verb("settle 10s", (form, rest) -> new Settle(millis(form, rest)));
    private static final int SECOND = 1000;

    public Settle {
        if (millis < 1) {
            throw new IllegalArgumentException("settling takes time, not " + millis + " ms");
        }
    }

    private static int millis(Form form, String text) {
        boolean small = text.endsWith("ms");
        if (!text.endsWith("s")) {
            throw form.mismatch();
        }
        int number = form.number(text.substring(0, text.length() - (small ? 2 : 1)));
        if (!small && number > Integer.MAX_VALUE / SECOND) {
            throw form.mismatch();
        }
        return small ? number : number * SECOND;
    }

    @Override
    public String line() {
        return "settle " + duration();
    }

    private String duration() {
        return millis % SECOND == 0 ? millis / SECOND + "s" : millis + "ms";
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return "from here on all goes by rule, for " + duration() + " at most";
    }

    @Override
    public List<String> nodes() {
        return List.of();
    }

    @Override
    public boolean last() {
        return true;
    }

    @Override
    public boolean calm() {
        return true;
    }

    @Override
    public boolean possible(World world) {
        return true;
    }

    @Override
    public void applyTo(World world) {
        world.fairEnd().begin(world.nowNanos() + millis * 1_000_000L);
    }
}
