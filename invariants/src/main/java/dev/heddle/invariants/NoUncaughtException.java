package dev.heddle.invariants;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/**
 * No uncaught exception: nothing that an actor throws leaves its handler.
 *
 * <p>Which exceptions count is the harness's to say ({@link Cluster#failure()}): those that it
 * injected do not. Two are the same if their class is, and their top frame in the target: the first
 * one that is not in a library or the harness. Its line is left out, as are the numbers that
 * compilers and weavers give to methods, because they change when other code does. Where an
 * exception has no frame in the target, its first cause that has one tells. How deep a stack is that
 * overflows differs from run to run, so errors of the JVM have no frame. Exceptions that come without
 * a stack are the same as those of their class with one.
 */
final class NoUncaughtException implements Invariant {
    static final String ID = "no-uncaught-exception";
    private static final int MAX_CAUSES = 16;
    private static final List<String> NOT_THE_TARGET = List.of(
            "java.", "javax.", "jdk.", "sun.", "com.sun.", "akka.", "scala.", "org.aspectj.",
            "dev.heddle.harness.", "dev.heddle.akka.", "dev.heddle.aspects.");

    @Override
    public String id() {
        return ID;
    }

    @Override
    public Monitor newMonitor() {
        return new Watch();
    }

    private static final class Watch implements PairwiseMonitor {
        private String broken = "";

        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            Violation violation = check(cluster);
            broken = violation == null ? broken : violation.shape();
            return violation;
        }

        @Override
        public Object memory() {
            return broken;
        }
    }

    private static Violation check(Cluster cluster) {
        Failure failure = cluster.failure();
        return failure == null ? null : violation(cluster.name(failure.node()), failure);
    }

    private static Violation violation(String node, Failure failure) {
        Throwable thrown = failure.cause();
        Throwable telling = telling(thrown);
        String frame = topFrame(telling);
        String wrapped = telling == thrown ? "" : ", caused by " + telling;
        return new Violation(ID, List.of(node), telling.getClass().getName() + place(telling, frame),
                Text.line(failure.actor() + " threw " + thrown + wrapped)
                        + (frame == null ? "" : " in " + frame)
                        + (isWithoutStack(telling) ? " (without its stack)" : ""));
    }

    /** Where it was thrown, as far as that is the same in every run. */
    private static String place(Throwable telling, String frame) {
        if (telling instanceof VirtualMachineError) {
            return "";
        } else if (isWithoutStack(telling)) {
            return Violation.NOWHERE;
        }
        return frame == null ? "" : "@" + frame;
    }

    /** What the JVM throws from hot code comes without a stack, unless it is told otherwise. */
    private static boolean isWithoutStack(Throwable thrown) {
        return thrown.getStackTrace().length == 0;
    }

    /** The exception, or the first of its causes that was thrown in the target. */
    private static Throwable telling(Throwable thrown) {
        Throwable candidate = thrown;
        for (int i = 0; candidate != null && i < MAX_CAUSES; i++) {
            if (topFrame(candidate) != null) {
                return candidate;
            }
            candidate = candidate.getCause();
        }
        return thrown;
    }

    /** The first frame in the target as class and method, or null. */
    private static String topFrame(Throwable thrown) {
        for (StackTraceElement frame : thrown.getStackTrace()) {
            if (NOT_THE_TARGET.stream().noneMatch(frame.getClassName()::startsWith)) {
                return Text.line(frame.getClassName()) + "." + withoutNumbers(frame.getMethodName());
            }
        }
        return null;
    }

    /** {@code handle} of {@code lambda$handle$3} and {@code handle_aroundBody2}. */
    private static String withoutNumbers(String method) {
        return method.replaceFirst("^lambda\\$(.+)\\$\\d+$", "$1").replaceFirst("_aroundBody\\d+$", "");
    }
}
