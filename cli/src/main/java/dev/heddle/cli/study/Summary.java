package dev.heddle.cli.study;

import java.util.ArrayList;
import java.util.List;
import java.util.function.ToDoubleFunction;

/**
 * What one contestant needs for one bug, over all seeds.
 *
 * @param seeds the number of seeds
 * @param missed those in which nothing was found within the budget
 * @param median deliveries to the first violation, the upper one of two; infinite where more than half missed it
 * @param p95 the 95th percentile of the same, by the nearest rank
 * @param medianSeconds the same in seconds on one thread
 * @param p95Seconds the same in seconds on one thread
 */
public record Summary(
        String bug, String contestant, int seeds, int missed, double median, double p95, double medianSeconds,
        double p95Seconds) {

    /** Of the results of one contestant with one bug. */
    static Summary of(String bug, String contestant, List<Measured> all, long budget) {
        int missed = (int) all.stream().filter(m -> !m.foundWithin(budget)).count();
        List<Double> deliveries = sorted(all, budget, Measured::deliveries);
        List<Double> seconds = sorted(all, budget, Measured::seconds);
        return new Summary(bug, contestant, all.size(), missed, median(deliveries), p95(deliveries),
                median(seconds), p95(seconds));
    }

    private static List<Double> sorted(List<Measured> all, long budget, ToDoubleFunction<Measured> value) {
        return all.stream()
                .map(m -> m.foundWithin(budget) ? value.applyAsDouble(m) : Double.POSITIVE_INFINITY)
                .sorted()
                .toList();
    }

    private static double median(List<Double> sorted) {
        return sorted.get(sorted.size() / 2);
    }

    private static double p95(List<Double> sorted) {
        return sorted.get((int) Math.ceil(sorted.size() * 0.95) - 1);
    }

    /** Every one that there are results of, by bugs and contestants in their order. */
    public static List<Summary> all(List<String> bugs, List<String> contestants, List<Measured> results, long budget) {
        List<Summary> all = new ArrayList<>();
        for (String bug : bugs) {
            for (String contestant : contestants) {
                List<Measured> own = results.stream()
                        .filter(m -> m.cell().bug().equals(bug) && m.cell().contestant().equals(contestant))
                        .toList();
                if (!own.isEmpty()) {
                    all.add(of(bug, contestant, own, budget));
                }
            }
        }
        return all;
    }
}
