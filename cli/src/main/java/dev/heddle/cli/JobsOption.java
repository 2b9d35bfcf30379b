package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import picocli.CommandLine.Option;

/** How many workers there are, a thread each. */
final class JobsOption {
    private static final int MAX_JOBS = 1024;

    @Option(names = "--jobs", paramLabel = "N", description = "The number of workers (default: all cores).")
    private Integer jobs;

    int count() {
        if (jobs != null && (jobs < 1 || jobs > MAX_JOBS)) {
            throw new UsageException("--jobs must be from 1 to " + MAX_JOBS + ", was " + jobs);
        }
        return jobs == null ? Runtime.getRuntime().availableProcessors() : jobs;
    }
}
