package dev.heddle.loading;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * The table of classes that may contain a join point: all others skip the weaver, which is slow.
 *
 * <p>A class passes by its own name, by an ancestor, or by a constant: a method or an owner. Passing too
 * many costs time; passing too few leaves advice out. {@code WovenClassesTest}, where all of
 * Akka is woven, fails when an aspect takes over something in a class that does not pass.
 */
final class JoinPoints {

    /**
     * Classes in which some advice must apply, or the aspects do not fit this Akka. Not those to which
     * an aspect adds a field: these change whatever is in them.
     */
    static final Set<String> REQUIRED = Set.of(
            "akka/actor/ActorCell", "akka/actor/ActorSystemImpl", "akka/dispatch/Dispatcher",
            "akka/pattern/PromiseActorRef");

    /** More classes with methods or fields that the aspects take over. */
    private static final Set<String> NAMED = Set.of(
            "akka/dispatch/MessageDispatcher",
            "akka/actor/ActorCell$",
            "akka/actor/LocalActorRefProvider",
            "akka/actor/typed/internal/AbstractSupervisor",
            "akka/actor/typed/internal/TimerSchedulerImpl",
            "akka/dispatch/Mailbox");

    /** Classes whose descendants, the user's included, override what the aspects take over. */
    private static final Set<String> ANCESTORS = Set.of("akka/dispatch/MessageDispatcher");

    /** Methods whose calls are taken over wherever they are: clocks and generators. */
    private static final Set<String> METHODS = Set.of(
            "commonPool", "currentTimeMillis", "nanoTime", "random", "randomUUID", "shuffle");

    /** Classes and, if they end in a slash, packages of whose members calls are taken over wherever they are. */
    private static final List<String> OWNERS = List.of(
            "java/security/SecureRandom",
            "java/time/",
            "java/util/Calendar",
            "java/util/Date",
            "java/util/GregorianCalendar",
            "java/util/Random",
            "java/util/SplittableRandom",
            "java/util/random/",
            "java/util/concurrent/CompletableFuture",
            "java/util/concurrent/CompletionStage",
            "java/util/concurrent/ThreadLocalRandom",
            "scala/concurrent/Await",
            "scala/concurrent/Await$",
            "scala/concurrent/duration/Deadline$",
            "scala/util/Random",
            "scala/util/Random$");

    /**
     * More such methods, in the target alone: threads and what blocks. Not {@code get}, {@code put},
     * {@code offer} and {@code poll}, which are everywhere: those the packages below catch, save on a
     * queue or future class of the user's own.
     */
    private static final Set<String> METHODS_IN_TARGET = Set.of(
            "acquire", "await", "join", "lock", "lockInterruptibly", "onSpinWait", "parallel", "parallelStream",
            "park", "parkNanos", "parkUntil", "sleep", "start", "take", "tryLock", "wait", "yield");

    /** More such owners, in the target alone. */
    private static final List<String> OWNERS_IN_TARGET = List.of(
            "java/lang/Thread",
            "java/util/Timer",
            "java/util/concurrent/");

    /** What of those packages holds neither a thread, a clock nor a wait. */
    private static final Set<String> HARMLESS = Set.of(
            "java/time/Duration",
            "java/util/concurrent/Callable",
            "java/util/concurrent/CancellationException",
            "java/util/concurrent/ConcurrentHashMap",
            "java/util/concurrent/ConcurrentLinkedDeque",
            "java/util/concurrent/ConcurrentLinkedQueue",
            "java/util/concurrent/ConcurrentMap",
            "java/util/concurrent/ConcurrentSkipListMap",
            "java/util/concurrent/ConcurrentSkipListSet",
            "java/util/concurrent/CopyOnWriteArrayList",
            "java/util/concurrent/ExecutionException",
            "java/util/concurrent/Executor",
            "java/util/concurrent/RejectedExecutionException",
            "java/util/concurrent/TimeUnit",
            "java/util/concurrent/TimeoutException");

    private static final String ATOMICS = "java/util/concurrent/atomic/";

    private final Function<String, byte[]> classBytes;
    private final Map<String, Boolean> descendants = new ConcurrentHashMap<>();

    /**
     * @param classBytes the bytes of a class of the class path by its name with slashes, or null; asked
     *     for the superclasses of what is loaded
     */
    JoinPoints(Function<String, byte[]> classBytes) {
        this.classBytes = classBytes;
    }

    static ClassFile read(String name, byte[] bytes) {
        return ClassFile.read(bytes, name.startsWith("akka/") ? JoinPoints::isMarker : JoinPoints::isMarkerInTarget);
    }

    private static boolean isMarker(String constant) {
        return METHODS.contains(constant) || isOwned(constant, OWNERS);
    }

    private static boolean isMarkerInTarget(String constant) {
        return isMarker(constant) || METHODS_IN_TARGET.contains(constant) || isOwned(constant, OWNERS_IN_TARGET);
    }

    private static boolean isOwned(String constant, List<String> owners) {
        if (!constant.startsWith("java/") && !constant.startsWith("scala/")) {
            return false;
        }
        for (String owner : owners) {
            boolean matches = owner.endsWith("/") ? constant.startsWith(owner) : constant.equals(owner);
            if (matches) {
                return !HARMLESS.contains(constant) && !constant.startsWith(ATOMICS);
            }
        }
        return false;
    }

    /** Whether the class may contain a join point; its name has slashes. */
    boolean mayOccurIn(String name, ClassFile file) {
        if (REQUIRED.contains(name) || NAMED.contains(name)) {
            return true;
        }
        return !isLibrary(name) && (file.mentionsMarker() || isDescendant(file.superclass()));
    }

    /** Libraries beside Akka in which no call site is advised, save the bridge between Java's futures and Scala's. */
    private static boolean isLibrary(String name) {
        boolean bridge = name.startsWith("scala/compat/java8/") || name.startsWith("scala/concurrent/java8/");
        return !bridge && (name.startsWith("scala/") || name.startsWith("com/typesafe/config/"));
    }

    private boolean isDescendant(String superclass) {
        if (superclass == null || superclass.startsWith("java/") || superclass.startsWith("scala/")) {
            return false;
        }
        if (ANCESTORS.contains(superclass)) {
            return true;
        }
        Boolean known = descendants.get(superclass);
        if (known == null) {
            byte[] bytes = classBytes.apply(superclass);
            known = bytes != null && isDescendant(read(superclass, bytes).superclass());
            descendants.put(superclass, known);
        }
        return known;
    }
}
