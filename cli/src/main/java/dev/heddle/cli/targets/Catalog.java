package dev.heddle.cli.targets;

import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.run.TargetFactory;
import java.lang.reflect.InvocationTargetException;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;

/** The bundled targets by name, and the way to everybody else's. */
public final class Catalog {
    /** The class that turns a scenario into a factory; it is loaded beside the scenario. */
    static final String SCENARIO_TARGETS = "dev.heddle.akka.ScenarioTargets";

    private final Map<String, Supplier<TargetFactory>> bundled;

    public Catalog(Map<String, Supplier<TargetFactory>> bundled) {
        this.bundled = new LinkedHashMap<>(bundled);
    }

    /** What the distribution carries. */
    public static Catalog ofDistribution() {
        Map<String, Supplier<TargetFactory>> targets = new LinkedHashMap<>();
        targets.put("raft", () -> fromApplication("dev.heddle.examples.raft.RaftScenario"));
        targets.put("dining-philosophers",
                () -> fromApplication("dev.heddle.examples.philosophers.PhilosophersScenario"));
        targets.put("failure-detector", () -> fromApplication("dev.heddle.examples.detector.DetectorScenario"));
        targets.put("failure-models", () -> fromApplication("dev.heddle.examples.register.RegisterScenario"));
        targets.put("pingpong", () -> fromApplication("dev.heddle.examples.pingpong.PingPongScenario"));
        targets.put("failover", () -> fromApplication("dev.heddle.examples.failover.FailoverScenario"));
        targets.put("two-phase-commit", () -> fromApplication("dev.heddle.examples.commit.CommitScenario"));
        targets.put("reliable-broadcast", () -> fromApplication("dev.heddle.examples.broadcast.BroadcastScenario"));
        return new Catalog(targets);
    }

    /** The names of the bundled targets. */
    public List<String> names() {
        return List.copyOf(bundled.keySet());
    }

    /**
     * Finds a target.
     *
     * @param name a bundled name, or the name of a scenario class on the class path
     * @param classPath the user's jars and folders; empty for none, as a bundled target has it
     */
    public TargetSource open(String name, List<Path> classPath) {
        if (bundled.containsKey(name)) {
            if (!classPath.isEmpty()) {
                throw new UsageException("the target '" + name + "' is bundled, so that --classpath has no effect:"
                        + " leave it out, or name a scenario class of your own");
            }
            return shared(bundled.get(name).get());
        }
        if (!classPath.isEmpty()) {
            return new RealmSource(name, classPath);
        }
        if (name.contains(".")) {
            throw new UsageException("the target '" + name + "' is a class name: say where it is with"
                    + " --classpath JARS (bundled targets are " + String.join(", ", names()) + ")");
        }
        throw new UsageException(Nearest.unknown("target", name, names())
                + "; one of your own is a class name with --classpath JARS");
    }

    /** A factory for the scenario class of a loader. */
    static TargetFactory factory(Class<?> scenarioTargets, Class<?> scenario) {
        try {
            return (TargetFactory) scenarioTargets.getConstructor(Class.class).newInstance(scenario);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof IllegalArgumentException refused) {
                throw new UsageException(refused.getMessage(), refused);
            }
            throw new IllegalStateException(e.getCause());
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    /** A factory for a scenario class of the application's loader. */
    public static TargetFactory scenario(Class<?> type) {
        return fromApplication(type.getName());
    }

    private static TargetFactory fromApplication(String scenario) {
        try {
            return factory(Class.forName(SCENARIO_TARGETS), Class.forName(scenario));
        } catch (ClassNotFoundException e) {
            throw new IllegalStateException("the distribution lacks " + e.getMessage(), e);
        }
    }

    private static TargetSource shared(TargetFactory factory) {
        return new TargetSource() {
            @Override
            public TargetFactory factory() {
                return factory;
            }

            @Override
            public TargetFactory another() {
                return factory;
            }

            @Override
            public void close() {
                // The application's loader stays open.
            }
        };
    }
}
