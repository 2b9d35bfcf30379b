package dev.heddle.cli;

import dev.heddle.cli.text.DurationOption;
import dev.heddle.cli.text.UsageException;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** When a campaign ends, and how many workers it has. */
final class BudgetOptions {
    private static final String DEFAULT_TIME = "60s";

    @Option(
            names = "--executions",
            paramLabel = "N",
            description = "End after so many executions (default: no limit).")
    private Long executions;

    @Option(
            names = "--time",
            paramLabel = "DUR",
            description = "End after so long: 30s, 5m (default: 60s, or no limit where --executions is given).")
    private String time;

    @Mixin
    private JobsOption jobs;

    @Option(names = "--keep-going", description = "Go on after a violation, and list all distinct ones.")
    private boolean keepGoing;

    long executions() {
        if (executions != null && executions < 1) {
            throw new UsageException("--executions must be at least 1, was " + executions);
        }
        return executions == null ? Long.MAX_VALUE : executions;
    }

    long timeNanos() {
        if (time == null && executions != null) {
            return Long.MAX_VALUE;
        }
        return DurationOption.nanos("--time", time == null ? DEFAULT_TIME : time);
    }

    int jobs() {
        return jobs.count();
    }

    boolean keepGoing() {
        return keepGoing;
    }
}
