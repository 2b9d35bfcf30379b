package dev.heddle.akka;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Response;
import dev.heddle.harness.world.Run;
import dev.heddle.loading.Realm;
import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** Runs the scenarios of the tests, woven in a realm that all tests share. */
final class Rig implements AutoCloseable {
    private static final Path BUILD = Path.of(System.getProperty("basedir", "."), "target");
    private static final Realm REALM = Realm.open(newestAkka(), Rig.class.getClassLoader());

    private final Coordinator coordinator;
    private final List<String> failures = new ArrayList<>();
    private Outcome outcome;

    private Rig(Coordinator coordinator) {
        this.coordinator = coordinator;
    }

    /** A case of one of the scenarios, with two nodes on a fifo network. */
    static Rig of(String scenario, String caseName) {
        return of(scenario, caseName, RunOptions.on(NetworkKind.FIFO));
    }

    static Rig of(String scenario, String caseName, RunOptions options) {
        return of(target(scenario, 2, options.network(), Map.of("case", caseName)), options);
    }

    /** A case in a realm of its own. */
    static Rig of(Realm realm, String scenario, String caseName) {
        RunOptions options = RunOptions.on(NetworkKind.FIFO);
        return of(target(realm, scenario, 2, options.network(), Map.of("case", caseName)), options);
    }

    private static Rig of(Target target, RunOptions options) {
        return new Rig(new Coordinator(target, target.invariants(), options));
    }

    /** How often a node has read its clock in the last run. */
    long clockReads(String node) {
        return coordinator.world().node(node).clockReads();
    }

    /** A scenario's target. */
    static Target target(String scenario, int nodes, NetworkKind network, Map<String, String> options) {
        return target(REALM, scenario, nodes, network, options);
    }

    private static Target target(
            Realm realm, String scenario, int nodes, NetworkKind network, Map<String, String> options) {
        try {
            Class<?> type = realm.load("dev.heddle.scenarios." + scenario);
            TargetFactory factory = (TargetFactory) realm.load("dev.heddle.akka.ScenarioTargets")
                    .getConstructor(Class.class).newInstance(type);
            return factory.create(nodes, network, List.of(), new TreeMap<>(options));
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }

    private static List<Path> newestAkka() {
        String maven = System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"));
        return Stream.concat(Stream.of(BUILD.resolve("test-classes")),
                        Stream.of(maven.split(File.pathSeparator)).map(Path::of)
                                .filter(p -> p.getFileName().toString().matches("(akka-|scala-|config-).*\\.jar")))
                .toList();
    }

    /** The oldest Akka that is supported, on the older Scala; without typed actors. */
    static Realm oldestAkka() throws IOException {
        try (Stream<Path> jars = Files.list(BUILD.resolve("oldest-akka"))) {
            return Realm.open(Stream.concat(Stream.of(BUILD.resolve("test-classes")), jars.sorted()).toList(),
                    Rig.class.getClassLoader());
        }
    }

    /** Runs one execution by a script: {@code fire} lets timers fire when nothing else is left, at most so often. */
    Rig run(Script script) {
        run(script.seed(), script);
        return this;
    }

    Outcome run(long seed, Strategy strategy) {
        failures.clear();
        outcome = coordinator.run(seed, strategy, (action, world) -> {
            if (world.failure() != null) {
                failures.add(world.failure().actor() + ": " + world.failure().cause());
            }
        });
        return outcome;
    }

    Outcome outcome() {
        return outcome;
    }

    Coordinator coordinator() {
        return coordinator;
    }

    /** What happened, a line for each event. */
    List<String> events() {
        List<String> lines = new ArrayList<>();
        for (Event event : coordinator.world().history().events()) {
            if (event instanceof Deliver d) {
                lines.add(d.message().from() + " -> " + d.message().to() + ": " + d.message().text());
            } else if (event instanceof Fire f) {
                lines.add("fire " + f.owner() + " " + f.timer());
            } else if (event instanceof Run r) {
                lines.add("run " + r.owner() + " " + r.task());
            } else if (!(event instanceof Boot) && !(event instanceof Command)) {
                lines.add(event.toString());
            }
        }
        return lines;
    }

    /** What clients were told. */
    List<String> responses() {
        return coordinator.world().history().responses().stream().map(Response::text).toList();
    }

    /** The exceptions that left an actor, by actor. */
    List<String> failures() {
        return failures;
    }

    /** How the target broke the rules, or null. */
    String breach() {
        return outcome instanceof Outcome.Rejected rejected ? rejected.breach().what() : null;
    }

    @Override
    public void close() {
        coordinator.close();
    }
}
