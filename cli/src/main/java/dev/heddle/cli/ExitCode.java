package dev.heddle.cli;

import java.util.Collection;
import java.util.List;

/** The exit codes, as docs/cli.md documents them. */
final class ExitCode {
    static final int OK = 0;
    static final int INTERNAL = 1;
    static final int USAGE = 2;
    static final int VIOLATION = 10;
    static final int DIVERGED = 11;
    static final int NOT_REPRODUCED = 12;
    static final int REJECTED = 13;
    static final int INTERRUPTED = 130;

    private static final List<Integer> PRECEDENCE =
            List.of(INTERRUPTED, INTERNAL, USAGE, REJECTED, DIVERGED, NOT_REPRODUCED, VIOLATION, OK);

    private ExitCode() {}

    /** The one code of several results. */
    static int of(Collection<Integer> codes) {
        return PRECEDENCE.stream().filter(codes::contains).findFirst().orElse(OK);
    }
}
