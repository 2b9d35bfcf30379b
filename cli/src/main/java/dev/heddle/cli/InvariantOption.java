package dev.heddle.cli;

import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which invariants are checked. */
final class InvariantOption {
    @Option(
            names = "--invariant",
            paramLabel = "NAME",
            parameterConsumer = InvariantNames.class,
            description = "Check only this invariant; several names, or repeatable (default: all).")
    private List<String> names = new ArrayList<>();

    /** Those named; none for all. */
    List<String> names() {
        return names;
    }
}
