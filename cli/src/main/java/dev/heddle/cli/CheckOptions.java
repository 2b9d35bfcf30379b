package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** Which invariants are checked, and how often. */
final class CheckOptions {
    @Mixin
    private InvariantOption invariants;

    @Option(
            names = "--check-every",
            paramLabel = "N",
            description = "Check after every N-th step only (default: 1).")
    private int checkEvery = 1;

    List<String> invariants() {
        return invariants.names();
    }

    int checkEvery() {
        if (checkEvery < 1) {
            throw new UsageException("--check-every must be at least 1, was " + checkEvery);
        }
        return checkEvery;
    }

    /** The options as they were given, for another command line. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        invariants().forEach(name -> arguments.addAll(List.of("--invariant", name)));
        if (checkEvery != 1) {
            arguments.addAll(List.of("--check-every", Integer.toString(checkEvery)));
        }
        return arguments;
    }
}
