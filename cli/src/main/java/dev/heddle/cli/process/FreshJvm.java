package dev.heddle.cli.process;

import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;

/** Runs this program in other JVMs of the same kind: same binary, flags and class path. */
public final class FreshJvm {
    private static final Logger LOG = LoggerFactory.getLogger(FreshJvm.class);
    /** No child of ours runs for longer. */
    private static final long LIMIT_MINUTES = 30;
    /** What must not be passed on: a debugger's port and an archive that is being written belong to one process. */
    private static final List<String> OWN =
            List.of("-agentlib:jdwp", "-Xrunjdwp", "-Xdebug", "-XX:ArchiveClassesAtExit",
                    "-XX:+AutoCreateSharedArchive");

    private final String mainClass;
    private final TemporaryFolders folders = new TemporaryFolders();
    private final Set<Process> running = ConcurrentHashMap.newKeySet();

    /** What a process left: its exit code and its standard output and error, as text. */
    public record Result(int exit, String out, String err) {}

    public FreshJvm(String mainClass) {
        this.mainClass = mainClass;
    }

    /** Runs it to its end. */
    public Result run(List<String> moreFlags, List<String> arguments) throws IOException {
        Path folder = folders.create("heddle-jvm-");
        Path out = folder.resolve("out");
        Path err = folder.resolve("err");
        try {
            List<String> command = command(mainClass, moreFlags, arguments);
            LOG.debug("a JVM of its own: {}", command);
            Process process = new ProcessBuilder(command)
                    .redirectOutput(out.toFile())
                    .redirectError(err.toFile())
                    .start();
            running.add(process);
            try {
                process.getOutputStream().close();
                return new Result(exit(process), read(out), read(err));
            } finally {
                process.destroyForcibly();
                running.remove(process);
            }
        } finally {
            folders.delete(folder);
        }
    }

    /** Ends every process that still runs; any thread may call it. */
    public void killAll() {
        running.forEach(Process::destroyForcibly);
    }

    /** The same, where nobody will be left to clean up. */
    public void abandonAll() {
        killAll();
        folders.deleteAll();
    }

    /** The command line of a JVM like this one. */
    static List<String> command(String mainClass, List<String> moreFlags, List<String> arguments) {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        ManagementFactory.getRuntimeMXBean().getInputArguments().stream()
                .filter(flag -> OWN.stream().noneMatch(flag::startsWith))
                .forEach(command::add);
        command.addAll(moreFlags);
        command.add("-cp");
        command.add(System.getProperty("java.class.path"));
        command.add(mainClass);
        command.addAll(arguments);
        return command;
    }

    private static int exit(Process process) throws IOException {
        try {
            if (!process.waitFor(LIMIT_MINUTES, TimeUnit.MINUTES)) {
                throw new IOException("the other JVM did not end within " + LIMIT_MINUTES + " minutes");
            }
            return process.exitValue();
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted while waiting for the other JVM", e);
        }
    }

    private static String read(Path file) throws IOException {
        return new String(Files.readAllBytes(file), Charset.defaultCharset());
    }
}
