package dev.heddle.cli;

import dev.heddle.cli.text.JsonObject;
import java.io.PrintStream;

/**
 * Where results and messages go: with {@code --json} exactly one object to standard output and
 * nothing else there, without it text for people.
 */
final class Output {
    private final PrintStream out;
    private final PrintStream err;
    private final boolean json;
    private boolean said;

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

    /** A line about the run that is no part of its result. */
    void note(String line) {
        err.println(line);
    }

    /** The result, for programs; the first one counts. */
    synchronized void result(JsonObject object) {
        if (json && !said) {
            said = true;
            out.println(object);
            out.flush();
        }
    }

    /** The result of a command that failed. */
    void failed(int exit, String message) {
        result(new JsonObject().put("outcome", "error").put("exit", exit).put("message", message));
    }

    /** The result of a command that was interrupted and has nothing to show. */
    void interrupted() {
        result(new JsonObject()
                .put("outcome", "interrupted")
                .put("exit", ExitCode.INTERRUPTED)
                .put("message", "interrupted"));
    }
}
