package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.harness.audit.TraceComparison.Difference;
import dev.heddle.harness.audit.TraceComparison;
import dev.heddle.harness.run.Target;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/**
 * The comparison itself: a first recording in this JVM, then one with fresh systems, then some in
 * other JVMs.
 */
record Audit(AuditPlan plan, Environment environment, List<String> childArguments) {
    /** A JVM in two iterates the other way round; so many in a row that do not are bad luck beyond belief. */
    private static final int MAX_STARTS = 40;
    private static final String FRESH = "a new system for each execution";

    /**
     * JVMs that differ in all that a target should not see. The default hash code mode is 5; the time
     * zones are so far apart that the date differs from ours in one of them.
     */
    private static final List<Other> OTHERS = List.of(
            new Other("a JVM with random hash codes, the other order of Set.of, in Turkish, at UTC+14",
                    List.of("-XX:hashCode=0", "-Duser.language=tr", "-Duser.country=TR",
                            "-Duser.timezone=Pacific/Kiritimati"), true),
            new Other("a JVM with equal hash codes, compiled lightly, in Arabic, at UTC-12",
                    List.of("-XX:hashCode=2", "-XX:TieredStopAtLevel=1", "-Duser.language=ar", "-Duser.country=EG",
                            "-Duser.timezone=Etc/GMT+12"), false),
            new Other("a JVM with addresses as hash codes",
                    List.of("-XX:hashCode=1", "-Duser.language=en", "-Duser.country=US", "-Duser.timezone=UTC"), true));

    private record Other(String description, List<String> flags, boolean otherOrder) {}

    /** A recording of another JVM; the trouble is null unless the target was rejected there. */
    private record Recorded(Path file, AuditRecorder.Trouble trouble) {}

    /**
     * What the audit comes to.
     *
     * @param events the number of events of the first recording
     * @param compared what it was compared with
     * @param against what it differs from, or null
     */
    record Verdict(
            int exit, String outcome, String message, long events, List<String> compared, String against,
            Difference difference) {}

    /** Records and compares; nothing is left in the temporary folder. */
    Verdict run() throws Exception {
        Path folder = environment.temporary().create("heddle-audit-");
        try {
            return run(folder);
        } finally {
            environment.temporary().delete(folder);
        }
    }

    private Verdict run(Path folder) throws Exception {
        Path first = folder.resolve("first");
        // The same twice: what it keeps in static fields is not as new the second time.
        Target target = environment.opened(plan.subject()::another);
        AuditRecorder.Recorded recorded =
                AuditRecorder.record(plan, target, false, first, environment);
        if (recorded.trouble() != null) {
            return verdict(recorded.trouble(), "", recorded.events());
        }
        List<String> compared = new ArrayList<>();
        Path fresh = folder.resolve("fresh");
        AuditRecorder.Trouble freshTrouble =
                AuditRecorder.record(plan, target, true, fresh, environment).trouble();
        if (freshTrouble != null && freshTrouble.exit() == ExitCode.REJECTED) {
            return verdict(freshTrouble, "in " + FRESH + ": ", recorded.events());
        }
        Verdict verdict = compare(first, fresh, FRESH, recorded.events(), compared);
        ExecutorService two = Executors.newFixedThreadPool(2);
        try {
            List<Future<Recorded>> others = new ArrayList<>();
            for (Other other : OTHERS) {
                Callable<Recorded> work = () -> inOtherJvm(other, folder);
                others.add(verdict == null ? two.submit(work) : null);
            }
            for (int i = 0; i < OTHERS.size() && verdict == null; i++) {
                Recorded other = done(others.get(i));
                String description = OTHERS.get(i).description();
                verdict = other.trouble() != null
                        ? verdict(other.trouble(), "in " + description + ": ", recorded.events())
                        : compare(first, other.file(), description, recorded.events(), compared);
            }
        } finally {
            two.shutdownNow();
            environment.freshJvm().killAll();
        }
        return verdict != null
                ? verdict
                : new Verdict(ExitCode.OK, "passed", null, recorded.events(), compared, null, null);
    }

    private static Verdict verdict(AuditRecorder.Trouble trouble, String where, long events) {
        return new Verdict(trouble.exit(), trouble.outcome(), where + trouble.message(), events, List.of(), null, null);
    }

    private static Verdict compare(Path first, Path other, String description, long events, List<String> compared)
            throws IOException {
        compared.add(description);
        try (BufferedReader a = Files.newBufferedReader(first);
                BufferedReader b = Files.newBufferedReader(other)) {
            TraceComparison.Verdict verdict = TraceComparison.compare(a, b);
            return verdict.difference()
                    .map(d -> new Verdict(ExitCode.DIVERGED, "diverged",
                            "not the same in " + description + ": " + d.execution() + ", line " + d.line()
                                    + " of the recording",
                            events, compared, description, d))
                    .orElse(null);
        }
    }

    private Recorded inOtherJvm(Other other, Path folder) throws IOException {
        Path file = folder.resolve("other-" + OTHERS.indexOf(other));
        List<String> flags = new ArrayList<>(List.of("-XX:+UnlockExperimentalVMOptions"));
        flags.addAll(other.flags());
        if (other.otherOrder()) {
            flags.add(AuditRecorder.parentOrderFlag());
        }
        List<String> arguments = new ArrayList<>(childArguments);
        arguments.add("--record=" + file);
        for (int start = 0; start < MAX_STARTS; start++) {
            FreshJvm.Result result = environment.freshJvm().run(flags, arguments);
            if (result.exit() == ExitCode.OK || result.exit() == ExitCode.DIVERGED) {
                // Where it left its schedule, the comparison shows more than that.
                return new Recorded(file, null);
            } else if (result.exit() == ExitCode.REJECTED) {
                return new Recorded(file,
                        new AuditRecorder.Trouble(result.exit(), (result.out() + result.err()).strip()));
            } else if (result.exit() != AuditRecorder.SAME_ORDER) {
                throw new IOException("the other JVM failed with exit code " + result.exit() + ": "
                        + (result.err() + result.out()).strip());
            }
        }
        throw new IOException(MAX_STARTS + " JVMs in a row iterate over Set.of in the same order");
    }

    private static <T> T done(Future<T> future) throws Exception {
        try {
            return future.get();
        } catch (ExecutionException e) {
            throw e.getCause() instanceof Exception cause ? cause : e;
        }
    }
}
