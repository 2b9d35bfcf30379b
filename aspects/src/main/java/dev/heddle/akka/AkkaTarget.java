package dev.heddle.akka;

import com.typesafe.config.Config;
import com.typesafe.config.ConfigFactory;
import dev.heddle.api.Definition;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Preferences;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Set;

/** Akka actors as a target of the engine. */
public final class AkkaTarget implements Target {
    /** No thread, no log, no hook of its own: whatever an actor system does besides its actors. */
    private static final String QUIET = String.join("\n",
            "akka.loglevel = OFF",
            "akka.stdout-loglevel = OFF",
            "akka.loggers = []",
            "akka.log-config-on-start = off",
            "akka.log-dead-letters = off",
            "akka.log-dead-letters-during-shutdown = off",
            "akka.jvm-shutdown-hooks = off",
            "akka.jvm-exit-on-fatal-error = off",
            "akka.coordinated-shutdown.run-by-jvm-shutdown-hook = off",
            "akka.coordinated-shutdown.run-by-actor-system-terminate = off");

    private final Definition definition;
    private final ClassLoader loader;
    private final Config config;

    /**
     * A target made of a definition.
     *
     * @throws IllegalStateException where Akka is not woven, with the cure
     */
    public AkkaTarget(Definition definition) {
        this(definition, AkkaTarget.class.getClassLoader());
    }

    /** @param loader the scenario's: configuration and what Akka makes by name come from there */
    AkkaTarget(Definition definition, ClassLoader loader) {
        Weaving.check();
        this.definition = definition;
        this.loader = loader;
        config = ConfigFactory.parseString(QUIET)
                .withFallback(ConfigFactory.parseString(definition.config()))
                .withFallback(ConfigFactory.load(loader))
                .resolve();
    }

    @Override
    public List<String> nodes() {
        return definition.nodes();
    }

    @Override
    public List<Invariant> invariants() {
        return definition.invariants();
    }

    @Override
    public List<Invariant> optionalInvariants() {
        return definition.optionalInvariants();
    }

    @Override
    public Workload workload() {
        return definition.commands() == null ? Workload.NONE : new ScenarioWorkload(definition.commands());
    }

    @Override
    public int clients() {
        return definition.clients();
    }

    @Override
    public Set<FaultKind> faults() {
        return definition.tolerates();
    }

    @Override
    public Preferences preferences() {
        return definition.preferences();
    }

    @Override
    public int settleMillis() {
        return Math.toIntExact(definition.settles().toMillis());
    }

    @Override
    public boolean interchangeableNodes() {
        return definition.interchangeableNodes();
    }

    @Override
    public boolean drawsOnlyDelay() {
        return definition.drawsOnlyDelay();
    }

    @Override
    public TargetSystem open(World world) {
        return new AkkaSystem(definition, config, loader, world);
    }
}
