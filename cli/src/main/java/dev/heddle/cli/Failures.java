package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import picocli.CommandLine;
import picocli.CommandLine.IExecutionExceptionHandler;
import picocli.CommandLine.IParameterExceptionHandler;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.ParseResult;
import picocli.CommandLine.UnmatchedArgumentException;

/** Turns what went wrong into one line, an exit code and, with {@code --json}, an object. */
final class Failures implements IParameterExceptionHandler, IExecutionExceptionHandler {
    private final Output output;
    private final List<String> arguments;

    Failures(Output output, List<String> arguments) {
        this.output = output;
        this.arguments = arguments;
    }

    @Override
    public int handleParseException(ParameterException e, String[] args) {
        return handleExecutionException(e, e.getCommandLine(), null);
    }

    @Override
    public int handleExecutionException(Exception e, CommandLine command, ParseResult parsed) {
        if (e instanceof UnmatchedArgumentException unmatched) {
            String first = unmatched.getUnmatched().get(0);
            return refused(new Unmatched(first, unmatched.getCommandLine()).message(), command, e);
        } else if (e instanceof ParameterException) {
            // The rest of picocli's message is for people who know the program's classes.
            return refused(firstLower(e.getMessage().lines().findFirst().orElse("")), command, e);
        } else if (e instanceof UsageException) {
            return refused(e.getMessage(), null, e);
        } else if (e instanceof RejectedException rejected) {
            return rejected(rejected.breach());
        }
        return unexpected(e);
    }

    /** The target broke the harness's rules before there was a run to report on. */
    private int rejected(RuleBreach breach) {
        output.note("heddle: rejected: " + breach.what());
        output.note("  cure: " + breach.remedy());
        FuzzReport.stack(breach).forEach(line -> output.note("  " + line));
        output.rejected(breach.what(), FuzzReport.breach(breach));
        return ExitCode.REJECTED;
    }

    /** Reports an error, which is a fault of ours unless it is one of the user's own code. */
    int unexpected(Throwable e) {
        if (e instanceof HookError) {
            return refused(e.getMessage(), null, e);
        }
        String report = internal(e);
        output.note("heddle: " + report);
        output.failed(ExitCode.INTERNAL, report);
        return ExitCode.INTERNAL;
    }

    /** One line about a fault of ours, once its stack is printed or saved. */
    String internal(Throwable e) {
        return "internal error: " + oneLine(e.toString()) + "; this is a fault of Heddle, please report it with "
                + stack(e) + " and the command line: " + Launch.commandLine(output.again(arguments));
    }

    private int refused(String message, CommandLine command, Throwable e) {
        String line = oneLine(message);
        String help = command == null || line.contains("(known: ")
                ? ""
                : " (see " + command.getCommandSpec().qualifiedName() + " --help)";
        output.note("heddle: " + line + help);
        if (debugging()) {
            e.printStackTrace(output.err());
        }
        output.failed(ExitCode.USAGE, line);
        return ExitCode.USAGE;
    }

    private String stack(Throwable e) {
        StringWriter text = new StringWriter();
        e.printStackTrace(new PrintWriter(text, true));
        if (debugging()) {
            output.err().print(text);
            return "the stack trace above";
        }
        try {
            Path file = Files.createTempFile("heddle-error-", ".log");
            Files.write(file, text.toString().getBytes(StandardCharsets.UTF_8));
            return "the stack trace in " + file;
        } catch (IOException unwritable) {
            return "the stack trace that --debug prints";
        }
    }

    private boolean debugging() {
        return arguments.contains("--debug");
    }

    private static String firstLower(String message) {
        return message.isEmpty() ? message : Character.toLowerCase(message.charAt(0)) + message.substring(1);
    }

    private static String oneLine(String message) {
        return message.strip().replaceAll("\\s*\\R\\s*", " ");
    }
}
