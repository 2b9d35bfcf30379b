package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.fuzz.Watched;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.io.BufferedWriter;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import java.util.function.Consumer;

/** Writes a recording to a file, and keeps an eye on what it says. */
final class AuditRecorder implements Consumer<String> {
    /** What a child exits with that iterates over {@code Set.of} as its parent does; nobody else sees it. */
    static final int SAME_ORDER = 99;

    private static final String ENDED = "ended ";
    private static final String PARENT_ORDER = "heddle.audit.parentOrder";

    private final BufferedWriter file;
    /** Each step writes a line, so a step that takes too long is one without lines. */
    private volatile long lines;
    private long events;
    private Trouble trouble;

    /**
     * What was recorded.
     *
     * @param trouble the first, or null
     */
    record Recorded(long events, Trouble trouble) {}

    /**
     * Why a recording is worth little.
     *
     * @param exit {@link ExitCode#REJECTED} or {@link ExitCode#DIVERGED}
     */
    record Trouble(int exit, String message) {
        /** What the last line of an execution says, or null where that is all right. */
        static Trouble in(String line) {
            if (line.startsWith(ENDED + "rejected")) {
                return new Trouble(ExitCode.REJECTED,
                        line.substring(ENDED.length()) + " ('fuzz' with the same seed shows the stack)");
            }
            return line.startsWith(ENDED + "diverged")
                    ? new Trouble(ExitCode.DIVERGED, line.substring(ENDED.length()))
                    : null;
        }

        static Trouble hung(RuleBreach breach) {
            return new Trouble(ExitCode.REJECTED,
                    breach.what() + "\n" + String.join("\n", FuzzReport.stack(breach)));
        }

        String outcome() {
            return exit == ExitCode.REJECTED ? "rejected" : "diverged";
        }
    }

    private AuditRecorder(BufferedWriter file) {
        this.file = file;
    }

    /** Records; where the target hangs, what is there so far. */
    static Recorded record(AuditPlan plan, Target target, boolean freshSystems, Path path, Environment environment)
            throws Exception {
        try (BufferedWriter file = Files.newBufferedWriter(path)) {
            AuditRecorder recorder = new AuditRecorder(file);
            try {
                Watched.call(() -> {
                    plan.record(target, freshSystems, recorder);
                    return null;
                }, () -> recorder.lines == 0 ? Watchdog.OPENING : recorder.lines);
            } catch (Watched.HungException hung) {
                environment.threadLeftBehind().set(true);
                return new Recorded(recorder.events, Trouble.hung(hung.breach()));
            } catch (IllegalArgumentException | HookError e) {
                throw new UsageException(e.getMessage(), e);
            }
            return new Recorded(recorder.events, recorder.trouble);
        } catch (UncheckedIOException e) {
            throw unwritable(path, e.getCause());
        } catch (IOException e) {
            throw unwritable(path, e);
        }
    }

    private static UsageException unwritable(Path path, IOException e) {
        return new UsageException("the recording '" + path + "' cannot be written (" + Obstacle.to(path, e)
                + "); name another file with --record FILE", e);
    }

    @Override
    public void accept(String line) {
        if (line.startsWith(ENDED)) {
            trouble = trouble == null ? Trouble.in(line) : trouble;
        } else if (!line.startsWith(" ") && !line.startsWith("execution ")) {
            events++;
        }
        try {
            file.write(line);
            file.write('\n');
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lines = lines + 1;
    }

    /** The flag by which a child learns how its parent iterates. */
    static String parentOrderFlag() {
        return "-D" + PARENT_ORDER + "=" + order();
    }

    /** True in a child that iterates over the JDK's immutable sets as its parent does: then it shows too little. */
    static boolean likeItsParent() {
        return order().equals(System.getProperty(PARENT_ORDER));
    }

    private static String order() {
        return String.join("", Set.of("a", "b"));
    }
}
