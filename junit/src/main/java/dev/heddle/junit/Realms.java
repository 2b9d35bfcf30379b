package dev.heddle.junit;

import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.fuzz.Watched;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.world.HookError;
import dev.heddle.invariants.GeneralInvariants;
import dev.heddle.loading.LoadingException;
import dev.heddle.loading.Realm;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;

/**
 * The scenario of a test in class loaders that weave it. The cases of a test share the first one, as loading takes a
 * second; each further worker gets one of its own, so that static fields are not shared between threads. None is
 * closed: a thread that hangs may still load classes.
 */
final class Realms {
    private static final String SCENARIO_TARGETS = "dev.heddle.akka.ScenarioTargets";

    private final String scenario;
    private final List<Path> classPath;
    private TargetFactory first;

    Realms(String scenario, List<Path> classPath) {
        this.scenario = scenario;
        this.classPath = List.copyOf(classPath);
    }

    /** The one that the cases share. */
    synchronized TargetFactory shared() {
        if (first == null) {
            first = fresh();
        }
        return first;
    }

    /**
     * One that has never been used.
     *
     * @throws BrokenTestException where the scenario cannot be loaded
     */
    TargetFactory fresh() {
        try {
            Realm realm = Realm.open(classPath, getClass().getClassLoader());
            try {
                Class<?> targets = realm.load(SCENARIO_TARGETS);
                return (TargetFactory) targets.getConstructor(Class.class).newInstance(realm.load(scenario));
            } catch (NoClassDefFoundError e) {
                throw new BrokenTestException(realm.missing(scenario, e), e);
            } catch (InvocationTargetException e) {
                throw new BrokenTestException(String.valueOf(e.getCause().getMessage()), e.getCause());
            } catch (ReflectiveOperationException | LinkageError e) {
                throw new BrokenTestException("the scenario class " + scenario + " cannot be linked: " + e, e);
            }
        } catch (LoadingException e) {
            throw new BrokenTestException(e.getMessage(), e);
        }
    }

    /** The same for several workers: the first who asks gets the shared one. */
    List<TargetFactory> forWorkers(int count) {
        List<TargetFactory> all = new ArrayList<>();
        for (int i = 0; i < count; i++) {
            all.add(i == 0 ? shared() : fresh());
        }
        return all;
    }

    /** What is under test, configured as a header says. */
    static Target target(TargetFactory factory, Header header) {
        try {
            return GeneralInvariants.addedTo(factory.create(header));
        } catch (IllegalArgumentException | HookError e) {
            throw new BrokenTestException(e.getMessage(), e);
        }
    }

    /** The result of work of the scenario's own; where that hangs, its thread is left behind. */
    static <T> T opened(Callable<T> work) {
        try {
            return Watched.call(work, () -> Watchdog.OPENING);
        } catch (Watched.HungException hung) {
            throw new BrokenTestException(
                    hung.breach().what() + "; " + hung.breach().remedy(), hung.breach().culprit());
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
