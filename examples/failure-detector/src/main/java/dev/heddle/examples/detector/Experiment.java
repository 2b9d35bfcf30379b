package dev.heddle.examples.detector;

import dev.heddle.examples.detector.Measurement.Quality;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** How asynchronous are our networks? Measures detectors over links whose delays grow, as a table and a plot. */
public final class Experiment {
    private static final String USAGE = "--profile wan|datacenter [--days N] [--seed N] [--svg FILE]";
    private static final int ROWS = 7;
    private static final int MISUSED = 2;

    /**
     * A row of the table.
     *
     * @param delayMillis the mean delay of a message
     */
    record Row(double factor, double delayMillis, Quality fixed, Quality learning) {}

    private Profile profile = Profile.WAN;
    private double days = 7;
    private long seed = 1;
    private Path svg;

    private Experiment() {}

    public static void main(String[] arguments) throws IOException {
        int exit = run(List.of(arguments), System.out, System.err);
        if (exit != 0) {
            System.exit(exit);
        }
    }

    /** Carries out a command line; the exit code. */
    static int run(List<String> arguments, PrintStream out, PrintStream err) throws IOException {
        Experiment experiment = new Experiment();
        try {
            experiment.read(arguments);
        } catch (IllegalArgumentException e) {
            err.println("failure-detector: " + e.getMessage() + "; usage: " + USAGE);
            return MISUSED;
        }
        experiment.measure(out);
        return 0;
    }

    private void read(List<String> arguments) {
        for (int i = 0; i < arguments.size(); i += 2) {
            String option = arguments.get(i);
            if (i + 1 == arguments.size()) {
                throw new IllegalArgumentException(option + " needs a value");
            }
            String value = arguments.get(i + 1);
            switch (option) {
                case "--profile" -> profile = profile(value);
                case "--days" -> days = number(option, value);
                case "--seed" -> seed = number(option, value);
                case "--svg" -> svg = Path.of(value);
                default -> throw new IllegalArgumentException("there is no option " + option);
            }
        }
        if (days < 1) {
            throw new IllegalArgumentException("--days must be at least 1");
        }
    }

    private static long number(String option, String value) {
        try {
            return Long.parseLong(value);
        } catch (NumberFormatException e) {
            throw new IllegalArgumentException(option + " is a whole number, not '" + value + "'", e);
        }
    }

    private static Profile profile(String id) {
        for (Profile known : List.of(Profile.WAN, Profile.DATACENTER)) {
            if (known.id().equals(id)) {
                return known;
            }
        }
        throw new IllegalArgumentException("--profile is wan or datacenter, not '" + id + "'");
    }

    private void measure(PrintStream out) throws IOException {
        out.printf(Locale.ROOT,
                "profile %s: mean delay %s ms, %s days of downtime a year; seed %d, %.0f days a row%n",
                profile.id(), profile.delayMillis(), profile.downtimeDays(), seed, days);
        out.println("heartbeats every 1 s; suspected after 2 s (fixed), or longer after each mistake"
                + " (learning)");
        out.println();
        out.println("                     fixed                                learning");
        out.println("delay      mean ms   wrong/day  wrong for  noticed worst"
                + "   wrong/day  wrong for  noticed worst");
        List<Row> rows = new ArrayList<>();
        try (Measurement fixed = new Measurement(profile, "fixed", seed);
                Measurement learning = new Measurement(profile, DetectorScenario.LEARNING, seed)) {
            for (int i = 0; i < ROWS; i++) {
                double factor = StrictMath.pow(profile.step(), i);
                Row row = new Row(
                        factor, profile.delayMillis() * factor, fixed.at(factor, days), learning.at(factor, days));
                rows.add(row);
                out.printf(Locale.ROOT, "x%-7.0f %9.1f  %s  %s%n",
                        factor, row.delayMillis(), text(row.fixed()), text(row.learning()));
            }
        }
        if (svg != null) {
            Files.writeString(svg, new Plot(profile, rows).svg());
        }
    }

    private static String text(Quality quality) {
        return String.format(Locale.ROOT, "%9.1f %9.3f%% %7.1fs %5.1fs",
                quality.accusationsPerDay(), quality.wrongShare() * 100, quality.meanSeconds(), quality.worstSeconds());
    }
}
