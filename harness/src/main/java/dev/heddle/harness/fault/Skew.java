package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A node's clocks are set ahead of the true time, or back behind it, from now on; by nothing ends it. */
public record Skew(String node, long aheadMillis) implements NodeDeed {
    private static final long NANOS_PER_MILLI = 1_000_000;
    private static final Pattern REST = Pattern.compile("([^ ]+) (\\+0|[+-][1-9][0-9]{0,8})ms");
    /** How often the true time is set where a clock has another. */
    private static final double MENDED = 0.25;

    private static final Move MOVE = new Move("skew", 0.001, 0.05) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.options().maxClockSkew().isZero() ? 0 : world.size();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            int most = (int) world.options().maxClockSkew().toMillis();
            int drawn = rng.chance(MENDED) ? 0 : rng.nextInt(2 * most + 1) - most;
            Skew one = new Skew(world.name(i), drawn);
            return one.possible(world) ? one : null;
        }
    };
    /** The fault. */
    public static final FaultKind KIND =
            new FaultKind("skew", List.of(new Verb("skew n1 +500ms", Skew::read)), List.of(MOVE)).harsh();

    private static Event read(Form form, String rest) {
        Matcher matcher = REST.matcher(rest);
        if (!matcher.matches()) {
            throw form.mismatch();
        }
        return new Skew(matcher.group(1), Long.parseLong(matcher.group(2)));
    }

    @Override
    public String line() {
        return "skew " + node + " " + (aheadMillis < 0 ? "" : "+") + aheadMillis + "ms";
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return "the clock of " + node + " is now " + (aheadMillis == 0
                ? "right" : Math.abs(aheadMillis) + " ms " + (aheadMillis > 0 ? "ahead" : "behind"));
    }

    @Override
    public boolean possible(Node own) {
        return own.skewNanos() != aheadMillis * NANOS_PER_MILLI;
    }

    @Override
    public void applyTo(World world, Node own) {
        own.skewNanos(aheadMillis * NANOS_PER_MILLI);
    }
}
