package dev.heddle.cli.text;

import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.schedule.Quantity;
import java.io.PrintStream;
import java.util.Locale;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/** The line that moves while something takes its time; nothing at all where nobody watches. */
public final class Progress {
    private static final long EVERY_NANOS = 250_000_000L;

    private final PrintStream err;
    private final boolean shown;
    private final long startNanos = WallClock.nanos();
    private long lastNanos = startNanos;
    private int width;

    public Progress(PrintStream err, boolean shown) {
        this.err = err;
        this.shown = shown;
    }

    /** Draws it anew, if it is time to. */
    public void update(LongSupplier executions, LongSupplier deliveries) {
        update(() -> {
            double seconds = (WallClock.nanos() - startNanos) / 1e9;
            long delivered = deliveries.getAsLong();
            return String.format(Locale.ROOT, "%s, %s, %,.0f deliveries/s, %.0f s",
                    Quantity.of(executions.getAsLong(), "execution"), Quantity.deliveries(delivered),
                    delivered / seconds, seconds);
        });
    }

    /** Draws any line, if it is time to. */
    public void update(Supplier<String> line) {
        long now = WallClock.nanos();
        if (shown && now - lastNanos >= EVERY_NANOS) {
            lastNanos = now;
            draw(line.get());
        }
    }

    /** Removes it. */
    public void clear() {
        if (width > 0) {
            err.print("\r" + " ".repeat(width) + "\r");
            err.flush();
            width = 0;
        }
    }

    private void draw(String line) {
        err.print("\r" + line + " ".repeat(Math.max(0, width - line.length())));
        err.flush();
        width = line.length();
    }
}
