package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.targets.Catalog;
import java.util.Arrays;
import java.util.List;

/** The entry point of the jar. */
public final class Main {
    private Main() {}

    public static void main(String[] arguments) {
        // Loggers ask for their level once, when the first of them is made.
        Logging.configure(Arrays.asList(arguments).contains("--debug"));
        Environment environment = new Environment(
                System.out, System.err, Catalog.ofDistribution(), new FreshJvm(Main.class.getName()));
        // What actors print is not Heddle's word: standard output may have to be one JSON object.
        System.setOut(System.err);
        start(arguments, environment);
    }

    /** Runs one command line and ends the process. */
    static void start(String[] arguments, Environment environment) {
        environment.interrupts().install(() -> halt(environment, ExitCode.INTERRUPTED));
        int exit = run(environment, arguments);
        environment.interrupts().finished();
        if (environment.interrupts().requested()) {
            // The hook is waiting for us and halts.
            return;
        }
        if (environment.threadLeftBehind().get()) {
            halt(environment, exit);
        }
        environment.out().flush();
        environment.err().flush();
        System.exit(exit);
    }

    /** Runs one command line; the exit code. */
    static int run(Environment environment, String... arguments) {
        List<String> all = Arrays.asList(arguments);
        Output output = new Output(environment.out(), environment.err(), all.contains("--json"));
        environment.interrupts().lastWords(output::interrupted);
        Failures failures = new Failures(output, all);
        try {
            return Commands.of(environment, output, failures).execute(arguments);
        } catch (Throwable e) {
            // Errors, such as exhausted memory: picocli hands on exceptions only.
            return failures.unexpected(e);
        }
    }

    private static void halt(Environment environment, int exit) {
        environment.freshJvm().abandonAll();
        environment.temporary().deleteAll();
        environment.out().flush();
        environment.err().flush();
        Runtime.getRuntime().halt(exit);
    }
}
