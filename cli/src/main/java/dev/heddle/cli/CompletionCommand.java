package dev.heddle.cli;

import dev.heddle.report.json.Json;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import picocli.AutoComplete;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Spec;

/** {@code heddle completion}: the script with which bash and zsh complete commands and options. */
@Command(name = "completion", description = "Print the completion script: source <(./heddle completion)")
final class CompletionCommand implements Callable<Integer> {
    /** All that its reader needs to know; the generator's own words are about other programs as well. */
    private static final String HEAD = "# Completes 'heddle' and './heddle' in bash and zsh. Read it with\n"
            + "#   source <(./heddle completion)\n";

    private final Output output;

    @Spec
    private CommandSpec spec;

    @Mixin
    private OutputOptions display;

    CompletionCommand(Output output) {
        this.output = output;
    }

    @Override
    public Integer call() {
        String script = HEAD + AutoComplete.bash("heddle", spec.root().commandLine()).lines()
                .filter(line -> !line.isBlank() && !line.strip().startsWith("#"))
                .map(line -> line + "\n")
                .collect(Collectors.joining());
        script.lines().forEach(output::line);
        output.result(new Json()
                .put("outcome", "passed")
                .put("exit", ExitCode.OK)
                .put("message", null)
                .put("script", script));
        return ExitCode.OK;
    }
}
