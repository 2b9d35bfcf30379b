package dev.heddle.cli;

import dev.heddle.cli.targets.Catalog;
import dev.heddle.cli.text.UsageException;
import dev.heddle.loading.LoadingException;
import dev.heddle.loading.Realm;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Where a scenario that is not bundled is. */
final class ClassPathOption {
    @Option(
            names = "--classpath",
            paramLabel = "JARS",
            description = "Jars and folders of your own scenario and what it needs, with the platform's path separator"
                    + " or repeated; DIR/* stands for the jars in DIR. TARGET is then a class name.")
    private List<String> given = new ArrayList<>();

    @Option(
            names = "--classpath-of-build",
            hidden = true,
            description = "The class path is what a build has, whatever the target is: no matter for a bundled one.")
    private boolean ofBuild;

    /** The entries in order, each a folder or a jar. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String part : given) {
            try {
                List<Path> entries = Realm.parseClassPath(part);
                Realm.requireUsable(entries);
                if (entries.isEmpty()) {
                    throw new UsageException("--classpath: there is no jar in '" + part
                            + "'; name the jars and folders of your scenario and what it needs");
                }
                paths.addAll(entries);
            } catch (InvalidPathException e) {
                throw new UsageException("--classpath: '" + part + "' is no path", e);
            } catch (LoadingException e) {
                throw new UsageException(e.getMessage(), e);
            }
        }
        return paths;
    }

    /** Those for a target: a build has a class path for bundled ones as well, and does without. */
    List<Path> pathsFor(String target, Catalog catalog) {
        return ofBuild && catalog.names().contains(target) ? List.of() : paths();
    }

    /** Refuses entries that no classes can be in, also where none are looked for. */
    void check() {
        paths();
    }

    /** The option as it was given, for another command line. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        given.forEach(part -> arguments.addAll(List.of("--classpath", part)));
        if (ofBuild) {
            arguments.add("--classpath-of-build");
        }
        return arguments;
    }
}
