package dev.heddle.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * Heddle's command line in a JVM of its own.
 *
 * @param classPath of Heddle itself
 * @param flags of the JVM
 * @param folder where it runs: what it prints is relative to that
 * @param log hears what it says on standard error
 */
record CommandLine(List<Path> classPath, List<String> flags, Path folder, Consumer<String> log) {
    /** Flags that a JDK does not know are ignored; JDK 24 and newer warn of what Akka and Scala do otherwise. */
    private static final List<String> OWN_FLAGS = List.of(
            "-XX:+IgnoreUnrecognizedVMOptions", "--sun-misc-unsafe-memory-access=allow",
            "-XX:-OmitStackTraceInFastThrow",
            "-Dsun.stdout.encoding=UTF-8", "-Dstdout.encoding=UTF-8");

    /** What a command came to: its exit code and its JSON. */
    record Answer(int exit, Json json) {}

    /** Runs a command to its end. */
    Answer run(List<String> arguments) throws IOException {
        Path output = Files.createTempFile("heddle-", ".json");
        try {
            Process process = new ProcessBuilder(command(arguments))
                    .directory(folder.toFile())
                    .redirectOutput(output.toFile())
                    .start();
            try {
                process.getOutputStream().close();
                process.errorReader().lines().forEach(log);
                int exit = process.waitFor();
                String text = Files.readString(output);
                if (text.isBlank()) {
                    throw new IOException("Heddle's JVM ended with exit code " + exit + " and said nothing on standard"
                            + " output; see the lines above");
                }
                return new Answer(exit, Json.parse(text));
            } finally {
                process.destroy();
            }
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for Heddle's JVM", e);
        } finally {
            Files.delete(output);
        }
    }

    private List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(OWN_FLAGS);
        command.addAll(flags);
        command.add("-cp");
        command.add(String.join(File.pathSeparator, classPath.stream().map(Path::toString).toList()));
        command.add("dev.heddle.cli.Main");
        command.addAll(arguments);
        command.add("--json");
        return command;
    }
}
