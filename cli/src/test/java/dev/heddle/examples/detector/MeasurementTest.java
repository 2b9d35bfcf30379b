package dev.heddle.examples.detector;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.examples.detector.Measurement.Quality;
import org.junit.jupiter.api.Test;

/** What the plots of the failure detector show, in short runs; beside the command line, where Akka is woven. */
class MeasurementTest {
    private static final double A_RUN = 0.25;
    private static final Profile ALWAYS_UP = new Profile("always-up", 42, 1e-9, 2);

    private static Quality quality(Profile profile, String patience, double factor) {
        try (Measurement measurement = new Measurement(profile, patience, 1)) {
            return measurement.at(factor, A_RUN);
        }
    }

    @Test
    void withoutOutagesShortDelaysMakeNoMistakes() {
        Quality quality = quality(ALWAYS_UP, "fixed", 1);
        assertEquals(0, quality.accusationsPerDay());
        assertEquals(0, quality.wrongShare());
        assertTrue(quality.meanSeconds() > 1 && quality.worstSeconds() < 2.5, quality.toString());
    }

    @Test
    void anOutageLooksLikeACrash() {
        Profile weather = new Profile("weather", 42, 36.5, 2);
        Quality quality = quality(weather, "fixed", 1);
        assertTrue(quality.accusationsPerDay() > 1, quality.toString());
        assertTrue(quality.wrongShare() > 0.03 && quality.wrongShare() < 0.3, quality.toString());
    }

    @Test
    void learningTradesTimeForAccuracy() {
        Quality fixed = quality(ALWAYS_UP, "fixed", 32);
        Quality learning = quality(ALWAYS_UP, "learning", 32);
        assertTrue(learning.accusationsPerDay() * 10 < fixed.accusationsPerDay(), fixed + " and " + learning);
        assertTrue(learning.meanSeconds() > fixed.meanSeconds(), fixed + " and " + learning);
    }

    @Test
    void theSameSeedMeasuresTheSame() {
        assertEquals(quality(Profile.WAN, "learning", 16), quality(Profile.WAN, "learning", 16));
    }
}
