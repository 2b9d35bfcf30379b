package dev.heddle.cli;

import dev.heddle.report.json.Json;
import java.io.PrintStream;
import java.util.ArrayList;
import java.util.List;

/**
 * Where results and messages go: with {@code --json} exactly one object to standard output and
 * nothing else there, without it text for people.
 */
final class Output {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private boolean said;
    private Long seed;
    private boolean seedGiven = true;

    Output(PrintStream out, PrintStream err, boolean json) {
        this.out = out;
        this.err = err;
        this.json = json;
    }

    boolean json() {
        return json;
    }

    PrintStream err() {
        return err;
    }

    /** A line of the result, for people. */
    void line(String line) {
        if (!json) {
            out.println(line);
        }
    }

    /** The line above a search. With {@code --json} it is noted where it tells a seed that nobody else knows. */
    void heading(String line) {
        line(line);
        if (json && !seedGiven) {
            note(line);
        }
    }

    /** The seed that everything which follows comes from. */
    synchronized void seed(long value, boolean given) {
        seed = value;
        seedGiven = given;
    }

    /** The arguments that do the same again, whoever chose the seed. */
    synchronized List<String> again(List<String> arguments) {
        List<String> again = new ArrayList<>(arguments);
        if (!seedGiven) {
            again.add("--seed=" + seed);
        }
        return again;
    }

    /** A line about the run that is no part of its result. */
    void note(String line) {
        err.println(line);
    }

    /** The result, for programs; the first one counts. */
    synchronized void result(Json object) {
        if (json && !said) {
            said = true;
            out.println(object);
            out.flush();
        }
    }

    /** The result of a command that failed. */
    void failed(int exit, String message) {
        result(ended("error", exit, message));
    }

    /** The result of a command that got nowhere, since the target broke the harness's rules. */
    void rejected(String message, Json breach) {
        result(ended("rejected", ExitCode.REJECTED, message).put("rejected", breach));
    }

    /** The result of a command that was interrupted and has nothing to show. */
    void interrupted() {
        result(ended("interrupted", ExitCode.INTERRUPTED, "interrupted"));
    }

    private synchronized Json ended(String outcome, int exit, String message) {
        Json object = new Json().put("outcome", outcome).put("exit", exit).put("message", message);
        return seed == null ? object : object.put("seed", seed);
    }
}
