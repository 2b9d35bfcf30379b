package dev.heddle.cli;

import dev.heddle.cli.targets.Catalog;
import java.io.PrintWriter;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ScopeType;
import picocli.CommandLine.Spec;

/** The program itself: what its commands hang on. */
@Command(
        name = "heddle",
        description = "Fuzz testing of Akka actor systems at the level of their messages.",
        mixinStandardHelpOptions = true,
        scope = ScopeType.INHERIT,
        versionProvider = Versions.class,
        sortOptions = false,
        usageHelpWidth = 100,
        showDefaultValues = false)
final class Commands implements Runnable {
    @Spec
    private CommandSpec spec;

    private final Catalog catalog;

    private Commands(Catalog catalog) {
        this.catalog = catalog;
    }

    /** The targets that commands can name. */
    Catalog catalog() {
        return catalog;
    }

    /** The whole command line; a command that is not built does not exist. */
    static CommandLine of(Environment environment, Output output, Failures failures) {
        CommandLine commands = new CommandLine(new Commands(environment.catalog()))
                .addSubcommand(new FuzzCommand(environment, output))
                .addSubcommand(new ReplayCommand(environment, output, failures))
                .addSubcommand(new MinimizeCommand(environment, output))
                .addSubcommand(new DebugCommand(environment, output))
                .addSubcommand(new ReportCommand(environment, output))
                .addSubcommand(new ExportCommand(environment, output))
                .addSubcommand(new AuditCommand(environment, output))
                .addSubcommand(new ListCommand(environment, output))
                .addSubcommand(new StudyCommand(environment, output))
                .addSubcommand(new BenchCommand(environment, output))
                .addSubcommand(new CompletionCommand(output))
                .setOut(new PrintWriter(environment.out(), true))
                .setErr(new PrintWriter(environment.err(), true))
                .setUnmatchedOptionsArePositionalParams(false)
                .setParameterExceptionHandler(failures)
                .setExecutionExceptionHandler(failures);
        return Converters.on(commands);
    }

    @Override
    public void run() {
        throw new ParameterException(spec.commandLine(), "which command? one of "
                + String.join(", ", spec.subcommands().keySet()));
    }
}
