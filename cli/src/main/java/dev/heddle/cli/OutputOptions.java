package dev.heddle.cli;

import picocli.CommandLine.Option;

/** How results are shown. {@link Main} looks for two of them itself, before anything is parsed. */
final class OutputOptions {
    @Option(names = "--json", description = "One JSON object on standard output, and nothing else there.")
    private boolean json;

    @Option(names = "--quiet", description = "No more than the seed, the outcome and the command that shows it again.")
    private boolean quiet;

    @Option(names = "--debug", description = "Log everything; stack traces with errors.")
    private boolean debug;

    boolean quiet() {
        return quiet;
    }
}
