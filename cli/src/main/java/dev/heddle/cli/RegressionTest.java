package dev.heddle.cli;

import dev.heddle.cli.text.UsageException;
import dev.heddle.harness.fuzz.CorpusPlace;
import dev.heddle.harness.fuzz.Obstacle;
import dev.heddle.harness.fuzz.RunDirectory;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/**
 * A schedule kept in a corpus, and the JUnit test that replays it.
 *
 * @param testClass its full name
 */
record RegressionTest(ScheduleFile file, String testClass, Path corpus) {
    /** Names that say nothing where many schedules lie together. */
    private static final Set<String> PLAIN = Set.of(
            "found.schedule", "minimized.schedule", "unverified.schedule", "unverified-minimized.schedule");
    private static final String WORD = "\\p{javaJavaIdentifierStart}\\p{javaJavaIdentifierPart}*";
    private static final String CLASS_NAME = WORD + "(\\." + WORD + ")*";

    /** @param testClass as the user named it, or null */
    static RegressionTest of(ScheduleFile file, String testClass, String corpus) {
        String scenario = file.schedule().header().target();
        if (!scenario.contains(".")) {
            throw new UsageException(file.name() + " is about the bundled target '" + scenario
                    + "'; a JUnit test needs a scenario class: export a schedule of your own scenario");
        }
        String name = testClass == null ? scenario.replaceAll("\\$.*", "") + "Test" : testClass;
        if (!name.matches(CLASS_NAME)) {
            throw new UsageException("--class '" + name + "' is no name of a class; write it as com.example.MyTest");
        }
        return new RegressionTest(file, name, Path.of(corpus));
    }

    /** Copies the schedule into the corpus, unless the same is there; where it is. */
    Path keep() {
        try {
            String text = Files.readString(Path.of(file.name()));
            CorpusPlace place = CorpusPlace.of(corpus, name(), text);
            if (!place.kept()) {
                Files.createDirectories(corpus);
                RunDirectory.writeWhole(place.file(), text);
            }
            return place.file();
        } catch (IOException e) {
            throw new UsageException("cannot keep " + file.name() + " in '" + corpus + "' (" + Obstacle.in(corpus, e)
                    + "); name another folder with --corpus DIR", e);
        }
    }

    private String name() {
        String given = String.valueOf(Path.of(file.name()).getFileName());
        if (!PLAIN.contains(given)) {
            return given.replaceFirst("\\.schedule$", "");
        }
        Header header = file.schedule().header();
        String invariant = header.violation().isEmpty() ? "" : "-" + header.violation().split(" ")[0];
        return (simple(header.target()) + invariant).replaceAll("[^A-Za-z0-9_.-]", "-");
    }

    boolean existed(Path sources) {
        return Files.exists(place(sources)) && !text(place(sources)).equals(source());
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return "";
        }
    }

    private Path place(Path sources) {
        return sources.resolve(testClass.replace('.', '/') + ".java");
    }

    /** Writes the class below a folder of sources; one of that name replays the schedule as well, and stays. */
    Path write(Path sources) {
        Path place = place(sources);
        try {
            if (!Files.exists(place)) {
                Files.createDirectories(place.getParent());
                RunDirectory.writeWhole(place, source());
            } else if (!text(place).contains("HeddleTest")) {
                throw new UsageException(
                        place + " is there, and is no Heddle test; name another class with --class NAME");
            }
            return place;
        } catch (IOException e) {
            throw new UsageException(
                    "cannot write " + place + " (" + Obstacle.in(sources, e)
                            + "); name another folder with --out DIR", e);
        }
    }

    /** The class. */
    String source() {
        Header header = file.schedule().header();
        String scenario = header.target().replace('$', '.');
        String scenarioPackage = packageOf(header.target());
        List<String> lines = new ArrayList<>();
        if (!packageOf(testClass).isEmpty()) {
            lines.addAll(List.of("package " + packageOf(testClass) + ";", ""));
        }
        if (!scenarioPackage.equals(packageOf(testClass))) {
            lines.add("import " + header.target().replaceAll("\\$.*", "") + ";");
        }
        lines.add("import dev.heddle.junit.HeddleTest;");
        boolean udp = header.network() != NetworkKind.FIFO;
        if (udp) {
            lines.add("import dev.heddle.harness.schedule.NetworkKind;");
        }
        String type = scenario.substring(scenarioPackage.length() + 1) + ".class";
        String path = corpus.toString().replace('\\', '/');
        List<String> options = new ArrayList<>();
        if (udp) {
            options.add("network = NetworkKind." + header.network().name());
        }
        if (!path.equals("src/test/heddle")) {
            options.add("corpus = \"" + path + "\"");
        }
        String arguments = options.isEmpty() ? type : "value = " + type + ", " + String.join(", ", options);
        lines.addAll(List.of(
                "",
                "/** Replays the schedules of " + path + " that are about the scenario, then fuzzes it. */",
                "class " + simple(testClass) + " {",
                "    @HeddleTest(" + arguments + ")",
                "    void holds() {}",
                "}"));
        return String.join("\n", lines) + "\n";
    }

    private static String packageOf(String className) {
        return className.contains(".") ? className.substring(0, className.lastIndexOf('.')) : "";
    }

    private static String simple(String className) {
        return className.substring(Math.max(className.lastIndexOf('.'), className.lastIndexOf('$')) + 1);
    }
}
