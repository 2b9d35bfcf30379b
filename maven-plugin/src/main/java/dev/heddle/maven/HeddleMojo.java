package dev.heddle.maven;

import java.io.File;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.apache.maven.artifact.Artifact;
import org.apache.maven.plugin.AbstractMojo;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.project.MavenProject;

/** What all goals have in common: where things are, and how the command line is started. */
abstract class HeddleMojo extends AbstractMojo {
    private static final String SUFFIX = ".schedule";

    @Parameter(defaultValue = "${project}", readonly = true, required = true)
    private MavenProject project;

    @Parameter(defaultValue = "${plugin.artifacts}", readonly = true, required = true)
    private List<Artifact> pluginArtifacts;

    @Parameter(defaultValue = "${project.testClasspathElements}", readonly = true, required = true)
    private List<String> testClassPath;

    /** Does nothing. */
    @Parameter(property = "heddle.skip", defaultValue = "false")
    private boolean skip;

    /** Does nothing, as for other tests. */
    @Parameter(property = "skipTests", defaultValue = "false")
    private boolean skipTests;

    /** Does nothing, as for other tests. */
    @Parameter(property = "maven.test.skip", defaultValue = "false")
    private boolean mavenTestSkip;

    /** The folder of kept schedules. */
    @Parameter(property = "heddle.corpus", defaultValue = "${project.basedir}/src/test/heddle")
    private File corpus;

    /** Where runs are saved, each in a folder of its own. */
    @Parameter(property = "heddle.out", defaultValue = "${project.build.directory}/heddle")
    private File out;

    /** Where the reports for CI go: Surefire's XML and a summary in Markdown. */
    @Parameter(property = "heddle.reports", defaultValue = "${project.build.directory}/heddle-reports")
    private File reports;

    /** Flags of the JVM that is forked, such as <code>-Xmx2g</code>. */
    @Parameter(property = "heddle.jvmArguments")
    private List<String> jvmArguments;

    @Override
    public final void execute() throws MojoExecutionException, MojoFailureException {
        if (skip || skipTests || mavenTestSkip) {
            getLog().info("skipped");
            return;
        }
        try {
            run();
        } catch (IOException e) {
            throw new MojoExecutionException(e.getMessage(), e);
        }
    }

    /** The goal's work. */
    abstract void run() throws IOException, MojoExecutionException, MojoFailureException;

    final CommandLine.Answer heddle(Options options) throws IOException {
        List<Path> own = pluginArtifacts.stream()
                .sorted(Comparator.comparing(HeddleMojo::isCommandLine).reversed())
                .map(artifact -> artifact.getFile().toPath())
                .toList();
        List<String> flags = jvmArguments == null ? List.of() : jvmArguments;
        List<String> arguments = options.putAll("--classpath", usable(testClassPath))
                .flag("--classpath-of-build", true)
                .list();
        getLog().debug("heddle " + String.join(" ", arguments));
        return new CommandLine(own, flags, base(), getLog()::info).run(arguments);
    }

    /** Its woven Akka goes before the one that it depends on. */
    private static boolean isCommandLine(Artifact artifact) {
        return artifact.getArtifactId().equals("heddle-cli");
    }

    private static List<String> usable(List<String> classPath) {
        return classPath.stream().filter(entry -> Files.exists(Path.of(entry))).toList();
    }

    final Path base() {
        return project.getBasedir().toPath();
    }

    /** A path as a user of the project would write it. */
    final Path shown(Path path) {
        Path absolute = path.isAbsolute() ? path : base().resolve(path);
        return absolute.startsWith(base()) ? base().relativize(absolute) : absolute;
    }

    final Path out() {
        return shown(out.toPath());
    }

    final Path reports() {
        return reports.toPath();
    }

    /** Where goal <code>fuzz</code> tells goal <code>verify</code> what was wrong. */
    @SuppressWarnings("unchecked")
    final WrongFile wrongFile() {
        return WrongFile.in(reports(), getPluginContext());
    }

    final Path corpus() {
        return shown(corpus.toPath());
    }

    /** The schedules that were kept, by name; none where there is no folder. */
    final List<Path> keptSchedules() throws IOException {
        if (!corpus.isDirectory()) {
            return List.of();
        }
        try (Stream<Path> files = Files.walk(corpus.toPath())) {
            return files.filter(file -> file.toString().endsWith(SUFFIX)).sorted().map(this::shown).toList();
        }
    }

    /** The contents of a file that Heddle named, or nothing. */
    final String contents(Path file) {
        try {
            return Files.readString(base().resolve(file));
        } catch (IOException e) {
            getLog().warn(file + " cannot be read: " + e.getMessage());
            return "";
        }
    }

    /** What happened, in words and step by step: a trace without the schedule's header, which is in its file. */
    final List<String> story(Path trace) {
        List<String> lines = new ArrayList<>(List.of(""));
        contents(trace).lines().dropWhile(line -> !line.isEmpty()).skip(1).forEach(lines::add);
        lines.add("");
        return lines;
    }

    /** How a schedule is replayed alone, and where it can be looked at. */
    final List<String> ways(String schedule, Path page) {
        List<String> lines =
                new ArrayList<>(List.of("replay it alone:", "  mvn heddle:replay -Dheddle.schedules=" + schedule));
        if (Files.exists(base().resolve(page))) {
            lines.add("look at it: " + page);
        }
        return lines;
    }

    /** Writes the reports and says what was wrong. */
    final List<String> report(TestReport report) throws IOException {
        report.write(reports());
        Files.writeString(reports().resolve(report.name() + ".md"), report.markdown());
        List<String> wrong = new ArrayList<>();
        for (TestReport.Case c : report.cases()) {
            String line = report.name() + ", " + c.name() + ": " + (c.message().isEmpty() ? "passed" : c.message());
            if (c.wrong()) {
                wrong.add(line);
                getLog().error(line);
            } else if (c.ending() == TestReport.Ending.SKIPPED) {
                getLog().warn(line);
            } else {
                getLog().info(line);
            }
            c.text().lines().forEach(l -> getLog().info("  " + l));
        }
        return wrong;
    }
}
