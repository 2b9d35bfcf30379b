package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/**
 * Time passes, while nothing happens: the clock of a world in which messages take time. Without it, time
 * passes from timer to timer only.
 *
 * @param micros how much, in microseconds
 */
public record Pass(int micros) implements Deed {
    /** The most that can pass at once. */
    public static final int MAX_MICROS = 999_999_999;
    static final Verb VERB = new Verb("pass 1500us", (form, rest) -> {
        if (!rest.endsWith("us")) {
            throw form.mismatch();
        }
        return new Pass(form.number(rest.substring(0, rest.length() - 2)));
    });
    private static final int NANOS = 1000;

    public Pass {
        if (micros < 1 || micros > MAX_MICROS) {
            throw new IllegalArgumentException("from 1 to " + MAX_MICROS + " us can pass at once, not " + micros);
        }
    }

    @Override
    public String line() {
        return "pass " + micros + "us";
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return micros == 1 ? "1 microsecond passes" : micros + " microseconds pass";
    }

    @Override
    public List<String> nodes() {
        return List.of();
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
        world.pass((long) micros * NANOS);
    }
}
