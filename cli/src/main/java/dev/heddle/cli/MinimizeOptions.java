package dev.heddle.cli;

import dev.heddle.cli.text.DurationOption;
import dev.heddle.minimizer.MinimizerOptions;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How much work is put into making a schedule small. */
final class MinimizeOptions {
    private static final String DEFAULT_TIME = "60s";
    private static final String DEFAULT_TIME_OF_PROOF = "10m";

    @Option(
            names = "--time",
            paramLabel = "DUR",
            description = "End after so long, with the best so far: 30s, 5m (default: 60s; mostly it takes a few;"
                    + " 10m with --prove).")
    private String time;

    @Option(
            names = "--prove",
            description = "Then try everything that is shorter: find it, or prove how short it can be at best.")
    private boolean prove;

    @Mixin
    private JobsOption jobs;

    MinimizerOptions options() {
        return new MinimizerOptions(
                jobs.count(),
                MinimizerOptions.DEFAULT_REPLAYS,
                Math.max(1, DurationOption.nanos("--time", time == null ? defaultTime() : time)));
    }

    private String defaultTime() {
        return prove ? DEFAULT_TIME_OF_PROOF : DEFAULT_TIME;
    }

    /** Whether everything that is shorter is tried as well. */
    boolean prove() {
        return prove;
    }

    /** The defaults for what was just found, with so many workers. */
    static MinimizerOptions defaults(int workers) {
        return new MinimizerOptions(
                        workers, MinimizerOptions.DEFAULT_REPLAYS, DurationOption.nanos("--time", DEFAULT_TIME))
                .lookingAfresh();
    }
}
