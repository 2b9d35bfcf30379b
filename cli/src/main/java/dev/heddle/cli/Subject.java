package dev.heddle.cli;

import dev.heddle.cli.process.Launch;
import dev.heddle.cli.targets.Catalog;
import dev.heddle.cli.targets.TargetSource;
import dev.heddle.cli.text.Nearest;
import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.run.TargetFactory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Timing;
import dev.heddle.harness.world.HookError;
import dev.heddle.invariants.GeneralInvariants;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.stream.Collectors;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/**
 * What is under test, found and configured.
 *
 * @param header the configuration, with as many nodes as the target really has; its seed and violation play
 *     no part here
 * @param target one target, to ask what it is like; to be run only where {@link #another} is not used
 */
record Subject(TargetSource source, Header header, Target target) implements AutoCloseable {
    private static final Logger LOG = LoggerFactory.getLogger(Subject.class);

    /** Finds and configures it; every mistake of the user's is a {@link UsageException}. */
    static Subject open(Environment environment, Header header, ClassPathOption classPath) {
        List<Path> paths = classPath.pathsFor(header.target(), environment.catalog());
        return environment.opened(() -> open(environment.catalog(), header, paths));
    }

    private static Subject open(Catalog catalog, Header header, List<Path> classPath) {
        TargetSource source = catalog.open(header.target(), classPath);
        try {
            List<String> known = source.factory().bugs().stream().map(TargetFactory.Bug::id).toList();
            String more = "; " + Launch.commandLine(lists(header.target(), classPath)) + " shows them";
            header.bugs().forEach(bug -> Nearest.checked("bug", bug, known, more));
            List<String> options = source.factory().options().stream().map(TargetFactory.Option::name).toList();
            header.targetOptions().keySet().forEach(o -> Nearest.checked("target option", o, options, more));
            Target target = create(source.factory(), header);
            LOG.debug("{} on {}, bugs {}, options {}, nodes {}, faults {}, class path {}", header.target(),
                    header.network(), header.bugs(), header.targetOptions(), target.nodes(),
                    Faults.ids(target.faults()), classPath);
            return new Subject(source, header.withNodes(target.nodes().size()), target);
        } catch (RuntimeException | HookError e) {
            source.close();
            throw e;
        }
    }

    private static List<String> lists(String target, List<Path> classPath) {
        List<String> arguments = new ArrayList<>(List.of("list", target));
        if (!classPath.isEmpty()) {
            arguments.add("--classpath");
            arguments.add(classPath.stream().map(Path::toString).collect(Collectors.joining(File.pathSeparator)));
        }
        return arguments;
    }

    /** A line about each of its bugs of which it is known what it takes to show itself. */
    List<String> needsOfBugs() {
        return source.factory().bugs().stream()
                .filter(bug -> header.bugs().contains(bug.id()) && !bug.needs().isEmpty())
                .map(bug -> "'list' says of " + bug.id() + ": needs " + String.join(" ", bug.needs()))
                .toList();
    }

    /** The same with those options of its bugs that the user did not set. */
    Subject withOptionsOfBugs() {
        Header completed = source.factory().completed(header);
        return completed.equals(header) ? this : new Subject(source, completed, create(source.factory(), completed));
    }

    /** The same with another timing. */
    Subject withTiming(Timing timing) {
        return new Subject(source, header.withTiming(timing), target);
    }

    /** A target that shares no state with the others that this returns; safe to call on several threads. */
    Target another() {
        return create(source.another(), header);
    }

    /** Makes targets of any number of nodes, which share no state with those of another call. */
    IntFunction<Target> anotherOfAnySize() {
        TargetFactory own = source.another();
        return nodes -> configured(own, header.withNodes(nodes));
    }

    /** One of so many nodes without its bugs, or empty where the target can have none. */
    Optional<Target> right(int nodes) {
        if (header.bugs().isEmpty()) {
            return Optional.empty();
        }
        try {
            return Optional.of(configured(source.another(), header.withNodes(nodes).withBugs(List.of())));
        } catch (IllegalArgumentException | HookError refused) {
            return Optional.empty();
        }
    }

    /** Refuses a number of nodes that somebody asked for and that the target passes over. */
    void checkNodes(int asked) {
        List<String> nodes = target.nodes();
        if (nodes.size() != asked && nodes.equals(nodesOf(header.withNodes(asked + 1)))) {
            throw new UsageException("--nodes " + asked + ": " + header.target() + " has always the same "
                    + nodes.size() + " (" + String.join(", ", nodes) + "); leave --nodes out");
        }
    }

    private List<String> nodesOf(Header other) {
        try {
            return create(source.factory(), other).nodes();
        } catch (UsageException refused) {
            return List.of();
        }
    }

    /** The same on another network. */
    Target on(NetworkKind network) {
        return create(source.factory(), header.withNetwork(network));
    }

    /** The ids of the invariants to check: those named, or the usual ones and that which a schedule records. */
    List<String> invariants(List<String> named) {
        List<String> usual = ids(target.invariants());
        List<String> optional = ids(target.optionalInvariants());
        List<String> known = new ArrayList<>(usual);
        known.addAll(optional);
        named.forEach(id -> Nearest.checked("invariant", id, known));
        if (!named.isEmpty()) {
            return named;
        }
        List<String> checked = new ArrayList<>(usual);
        optional.stream().filter(id -> (header.violation() + " ").startsWith(id + " ")).forEach(checked::add);
        return checked;
    }

    private static List<String> ids(List<Invariant> invariants) {
        return invariants.stream().map(Invariant::id).toList();
    }

    /** The invariants of these ids. */
    static List<Invariant> checked(Target target, List<String> ids) {
        return target.invariants(ids);
    }

    private static Target create(TargetFactory factory, Header header) {
        try {
            return configured(factory, header);
        } catch (IllegalArgumentException e) {
            throw new UsageException(e.getMessage(), e);
        }
    }

    private static Target configured(TargetFactory factory, Header header) {
        return GeneralInvariants.addedTo(factory.create(header));
    }

    @Override
    public void close() {
        source.close();
    }
}
