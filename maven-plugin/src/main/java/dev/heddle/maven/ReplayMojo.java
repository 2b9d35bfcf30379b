package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/**
 * Replays each schedule of the corpus, before any other test runs; fails the build where an invariant breaks.
 *
 * <p>A schedule that records a violation, and cannot be followed to the letter any more, is followed as far as it
 * goes: that is usual once its bug is mended.
 */
@Mojo(name = "replay", defaultPhase = LifecyclePhase.PROCESS_TEST_CLASSES,
        requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
final class ReplayMojo extends HeddleMojo {
    private static final String DIVERGED = "diverged";

    /** Schedules to replay instead of the corpus. */
    @Parameter(property = "heddle.schedules")
    private List<String> schedules;

    /** What the files about a schedule are called is its path from here: no two have the same. */
    private Path folder;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        List<String> files = schedules == null || schedules.isEmpty()
                ? keptSchedules().stream().map(Path::toString).toList()
                : schedules;
        if (files.isEmpty()) {
            getLog().info("there are no schedules in " + corpus());
            return;
        }
        folder = folderOfAll(base().resolve(corpus()), files.stream().map(base()::resolve).toList());
        List<TestReport.Case> cases = new ArrayList<>();
        for (Json strict : replayed(files, false)) {
            boolean diverged = strict.text("outcome").equals(DIVERGED) && strict.has("divergence");
            boolean stale = diverged && strict.has("expected");
            cases.add(stale ? followed(strict) : judged(strict, ""));
        }
        List<String> wrong = report(new TestReport("heddle.replay", cases));
        if (!wrong.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), wrong));
        }
    }

    /** What happens in a schedule, as of a find; it is on disk as well, and on a page where it can be followed. */
    private String told(String file, boolean lenient) throws IOException {
        Path name = folder.relativize(normal(base().resolve(file)));
        Path trace = out().resolve(name + ".trace");
        Path page = out().resolve(name + ".html");
        Files.createDirectories(base().resolve(page).getParent());
        Files.deleteIfExists(base().resolve(page));
        heddle(new Options("replay").flag("--lenient", lenient).put("--trace", trace).flag(file, true));
        if (!lenient) {
            draw(page, file);
        }
        List<String> lines = new ArrayList<>(story(trace));
        lines.addAll(ways(file, page));
        return String.join("\n", lines);
    }

    /** Makes the page; where that cannot be done there is none. */
    private void draw(Path page, String file) {
        try {
            heddle(new Options("report").put("--output", page).flag(file, true));
        } catch (IOException e) {
            getLog().warn("there is no page about " + file + ": " + e.getMessage());
        }
    }

    /** The corpus, where all are in it; else the lowest folder that holds them all. */
    static Path folderOfAll(Path corpus, List<Path> schedules) {
        List<Path> files = schedules.stream().map(ReplayMojo::normal).toList();
        Path folder = normal(corpus);
        if (!holds(folder, files)) {
            folder = files.get(0).getParent();
        }
        while (folder.getParent() != null && !holds(folder, files)) {
            folder = folder.getParent();
        }
        return folder;
    }

    private static boolean holds(Path folder, List<Path> files) {
        return files.stream().allMatch(file -> file.startsWith(folder));
    }

    private static Path normal(Path path) {
        return path.toAbsolutePath().normalize();
    }

    private List<Json> replayed(List<String> files, boolean lenient) throws IOException, MojoExecutionException {
        Options options = new Options("replay").flag("--lenient", lenient);
        files.forEach(file -> options.flag(file, true));
        CommandLine.Answer answer = heddle(options);
        List<Json> all = answer.json().objects("schedules");
        if (all.isEmpty()) {
            throw new MojoExecutionException(answer.json().text("message"));
        }
        return all;
    }

    /** What cannot be followed to the letter, followed as far as it goes. */
    private TestReport.Case followed(Json strict) throws IOException, MojoExecutionException {
        Json lenient = replayed(List.of(strict.text("schedule")), true).get(0);
        String where = "diverges at event " + strict.object("divergence").text("event");
        return lenient.has("violation") || lenient.has("rejected")
                ? judged(lenient, ", though it " + where)
                : new TestReport.Case(strict.text("schedule"), 0, TestReport.Ending.SKIPPED,
                        "breaks nothing any more, but cannot be followed to the letter: it " + where,
                        "expected: " + strict.object("divergence").text("expectedEvent")
                                + "\nthat is usual once its bug is mended; it is checked as far as it goes. If the"
                                + " messages have changed, fuzz with the bug put back to record it anew, or remove it");
    }

    private TestReport.Case judged(Json replay, String how) throws IOException {
        String file = replay.text("schedule");
        if (replay.has("violation")) {
            return new TestReport.Case(file, 0, TestReport.Ending.FAILED,
                    replay.object("violation").text("headline") + how, told(file, !how.isEmpty()));
        } else if (replay.has("rejected")) {
            return new TestReport.Case(file, 0, TestReport.Ending.FAILED, replay.text("message"),
                    Words.rejected(replay.object("rejected")));
        }
        return switch (replay.text("outcome")) {
            case "passed", "not-reproduced" -> new TestReport.Case(file, 0, TestReport.Ending.PASSED, "", "");
            case DIVERGED -> new TestReport.Case(file, 0, TestReport.Ending.FAILED, replay.text("message"),
                    "expected: " + replay.object("divergence").text("expectedEvent")
                            + "\nif the actors are meant to behave like this now, record it anew or remove it");
            default -> new TestReport.Case(file, 0, TestReport.Ending.ERROR, replay.text("message"), "");
        };
    }
}
