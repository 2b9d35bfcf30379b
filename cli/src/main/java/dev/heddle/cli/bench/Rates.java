package dev.heddle.cli.bench;

import dev.heddle.harness.fuzz.WallClock;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * Measures probes in turns: warm-up rounds first, then rounds in each of which every probe has its
 * slice. The median of a probe's rounds counts.
 */
public final class Rates {
    private static final int WARM_UPS = 2;
    private static final int ROUNDS = 5;
    private static final long MIN_SLICE_NANOS = 1_000_000;

    private final Map<String, Probe> probes = new LinkedHashMap<>();
    private final Map<String, List<Double>> rates = new LinkedHashMap<>();

    /** Adds a probe; it is closed by {@link #measureUntil}. */
    public void add(String name, Probe probe) {
        probes.put(name, probe);
        rates.put(name, new ArrayList<>());
    }

    /** Runs all rounds up to a moment of {@link WallClock}; what one slice takes too long, the others lack. */
    public void measureUntil(long endNanos) {
        int slices = (WARM_UPS + ROUNDS) * probes.size();
        for (int round = 0; round < WARM_UPS + ROUNDS; round++) {
            for (Map.Entry<String, Probe> probe : probes.entrySet()) {
                long start = WallClock.nanos();
                long done = probe.getValue().work(Math.max(MIN_SLICE_NANOS, (endNanos - start) / slices--));
                double seconds = (WallClock.nanos() - start) / 1e9;
                if (round >= WARM_UPS) {
                    rates.get(probe.getKey()).add(done / seconds);
                }
            }
        }
        probes.values().forEach(Probe::close);
    }

    /** Things per second: the median. */
    public double of(String name) {
        return median(rates.get(name));
    }

    /** The median ratio of two probes within a round. */
    public double ratio(String name, String to) {
        List<Double> ratios = new ArrayList<>();
        for (int i = 0; i < ROUNDS; i++) {
            ratios.add(rates.get(name).get(i) / rates.get(to).get(i));
        }
        return median(ratios);
    }

    /** The middle one, or the upper of the two. */
    public static double median(List<Double> values) {
        List<Double> sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        return sorted.get(sorted.size() / 2);
    }
}
