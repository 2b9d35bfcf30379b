package dev.heddle.cli.process;

import java.lang.management.ManagementFactory;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** How this process was started, and how another is started like it. */
public final class Launch {
    /** What the user types instead of {@code java -jar heddle.jar}; set by the script. */
    private static final String COMMAND = "heddle.command";

    private Launch() {}

    /** A command line of this program as it can be pasted into a shell. */
    public static String commandLine(List<String> arguments) {
        return program() + arguments.stream().map(a -> " " + quoted(a)).collect(Collectors.joining());
    }

    /** How a user would start this program: by its script where there is one, else as this JVM was started. */
    public static List<String> command(List<String> arguments) {
        List<String> command = new ArrayList<>();
        String script = System.getProperty(COMMAND);
        if (script != null && Files.isExecutable(Path.of(script))) {
            command.add(script);
            command.addAll(arguments);
            return command;
        }
        return FreshJvm.command("dev.heddle.cli.Main", List.of(), arguments);
    }

    /** Seconds since the process was started. */
    public static double secondsSinceStart() {
        return ManagementFactory.getRuntimeMXBean().getUptime() / 1e3;
    }

    private static String program() {
        String command = System.getProperty(COMMAND);
        if (command != null) {
            return quoted(command);
        }
        String classPath = System.getProperty("java.class.path");
        return classPath.endsWith(".jar") && !classPath.contains(System.getProperty("path.separator"))
                ? "java -jar " + quoted(classPath)
                : "./heddle";
    }

    private static String quoted(String word) {
        return word.matches("[A-Za-z0-9_./:=,+@%-]+") ? word : "'" + word.replace("'", "'\\''") + "'";
    }
}
