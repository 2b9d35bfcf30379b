package dev.heddle.examples.detector;

import dev.heddle.harness.fault.PartitionFault.Cut;
import dev.heddle.harness.fault.PartitionFault.Heal;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.strategy.Simulation.Planned;
import java.util.ArrayList;
import java.util.List;

/** The weather of a network: how long messages are under way, and when links are down. */
final class Link {
    private static final double MICROS_OF_MILLI = 1000;
    private static final double MICROS_OF_MINUTE = 60e6;
    private static final double FOR_EVER = 1e17;

    private final Profile profile;
    private final double logMean;
    private final Rng rng;

    /** @param factor how much longer delays are than the profile's */
    Link(Profile profile, double factor, Rng rng) {
        this.profile = profile;
        this.rng = rng;
        double mean = profile.delayMillis() * factor * MICROS_OF_MILLI;
        logMean = StrictMath.log(mean) - Profile.SPREAD * Profile.SPREAD / 2;
    }

    /** How long the next message is under way. */
    long delayMicros() {
        // Box and Muller, 1958; the logarithm's argument is above 0.
        double radius = StrictMath.sqrt(-2 * StrictMath.log(1 - rng.nextDouble()));
        double normal = radius * StrictMath.cos(2 * StrictMath.PI * rng.nextDouble());
        return Math.max(1, (long) StrictMath.exp(logMean + Profile.SPREAD * normal));
    }

    /** When one direction of a link goes down and comes back. */
    List<Planned> outages(String from, String to, long untilMicros) {
        List<Planned> plan = new ArrayList<>();
        long time = exponentialMicros(profile.uptimeMinutes());
        while (time < untilMicros) {
            plan.add(new Planned(time, new Cut(from, to)));
            time += exponentialMicros(Profile.OUTAGE_MINUTES);
            plan.add(new Planned(time, new Heal(from, to)));
            time += exponentialMicros(profile.uptimeMinutes());
        }
        return plan;
    }

    private long exponentialMicros(double meanMinutes) {
        double micros = -StrictMath.log(1 - rng.nextDouble()) * meanMinutes * MICROS_OF_MINUTE;
        return 1 + (long) Math.min(micros, FOR_EVER);
    }
}
