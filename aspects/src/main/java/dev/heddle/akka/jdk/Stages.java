package dev.heddle.akka.jdk;

import java.util.Arrays;
import java.util.concurrent.Executor;
import java.util.concurrent.ForkJoinPool;
import org.aspectj.lang.JoinPoint;

/** The methods of {@link java.util.concurrent.CompletableFuture} that run on the JDK's common pool. */
public final class Stages {
    private Stages() {}

    /** True where the calling thread runs controlled code. */
    public static boolean controlled() {
        return Current.controller() != null;
    }

    /** What hands tasks to the engine that is running; the JDK's pool where none is. */
    public static Executor defaultExecutor() {
        Controller controller = Current.controller();
        return controller == null ? ForkJoinPool.commonPool() : controller::submit;
    }

    /**
     * Calls the variant of an {@code …Async} method that takes an executor.
     *
     * @param stage what it is called on, or null for a static one
     */
    public static Object async(JoinPoint.StaticPart call, Object stage, Object... arguments) {
        Class<?>[] types = Arrays.copyOf(Calls.parameterTypes(call), arguments.length + 1);
        types[arguments.length] = Executor.class;
        Object[] withExecutor = Arrays.copyOf(arguments, arguments.length + 1);
        withExecutor[arguments.length] = defaultExecutor();
        return Calls.invoke(Calls.type(call), Calls.name(call), types, stage, withExecutor);
    }
}
