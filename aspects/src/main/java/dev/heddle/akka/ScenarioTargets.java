package dev.heddle.akka;

import com.typesafe.config.ConfigException;
import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.Setup;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.WorldOptions;
import java.lang.reflect.Constructor;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Modifier;
import java.util.List;
import java.util.SortedMap;

/**
 * The targets that a {@link Scenario} class defines.
 *
 * <p>Ways in load it by name through the loader that holds the scenario, and know it as a
 * {@link TargetFactory} only: this class links to the user's API, which may live below the engine.
 * Every failure of the scenario's own is an {@link IllegalArgumentException} of one line.
 */
public final class ScenarioTargets implements TargetFactory {
    private final Scenario scenario;

    /** @param type a public class with a public constructor without parameters */
    public ScenarioTargets(Class<?> type) {
        if (!Scenario.class.isAssignableFrom(type)) {
            throw new IllegalArgumentException(type.getName() + " is no scenario: it must implement "
                    + Scenario.class.getName());
        }
        if (!Modifier.isPublic(type.getModifiers()) || Modifier.isAbstract(type.getModifiers())) {
            throw new IllegalArgumentException(type.getName() + " must be a public class that is not abstract");
        }
        scenario = (Scenario) newInstance(constructor(type));
    }

    @Override
    public List<Bug> bugs() {
        return Hooks.required("bugs", scenario::bugs).stream()
                .map(b -> new Bug(b.id(), b.summary(), b.options(), b.needs()))
                .toList();
    }

    @Override
    public List<Option> options() {
        return Hooks.required("options", scenario::options).stream()
                .map(o -> new Option(o.name(), o.values(), o.summary()))
                .toList();
    }

    @Override
    public Target create(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options) {
        Definition definition = define(new Setup(nodes, network, bugs, options));
        if (definition == null) {
            throw new IllegalArgumentException(scenario.getClass().getName() + ".define returned null");
        }
        WorldOptions.checkNames(definition.nodes());
        try {
            return new AkkaTarget(definition, scenario.getClass().getClassLoader());
        } catch (ConfigException e) {
            throw new IllegalArgumentException("Akka's configuration cannot be read: " + e.getMessage(), e);
        }
    }

    private Definition define(Setup setup) {
        try {
            return scenario.define(setup);
        } catch (IllegalArgumentException e) {
            throw e;
        } catch (Throwable e) {
            throw refusal(scenario.getClass().getName() + ".define", e);
        }
    }

    private static IllegalArgumentException refusal(String hook, Throwable thrown) {
        return new IllegalArgumentException(HookError.threw(hook, thrown).getMessage(), thrown);
    }

    private static Constructor<?> constructor(Class<?> type) {
        try {
            return type.getConstructor();
        } catch (NoSuchMethodException e) {
            throw new IllegalArgumentException(
                    type.getName() + " has no public constructor without parameters", e);
        }
    }

    private static Object newInstance(Constructor<?> constructor) {
        String name = constructor.getDeclaringClass().getName();
        try {
            return constructor.newInstance();
        } catch (InvocationTargetException e) {
            throw refusal("the constructor of " + name, e.getCause());
        } catch (ReflectiveOperationException | LinkageError e) {
            throw new IllegalArgumentException(name + " cannot be made: " + e, e);
        }
    }
}
