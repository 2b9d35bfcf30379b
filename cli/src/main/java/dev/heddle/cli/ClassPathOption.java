package dev.heddle.cli;

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

    /** The entries in order. */
    List<Path> paths() {
        List<Path> paths = new ArrayList<>();
        for (String part : given) {
            try {
                paths.addAll(Realm.parseClassPath(part));
            } catch (LoadingException | InvalidPathException e) {
                throw new UsageException("--classpath: " + e.getMessage(), e);
            }
        }
        return paths;
    }

    /** The option as it was given, for another command line. */
    List<String> arguments() {
        List<String> arguments = new ArrayList<>();
        given.forEach(part -> arguments.addAll(List.of("--classpath", part)));
        return arguments;
    }
}
