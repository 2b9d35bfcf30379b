package dev.heddle.maven;

import java.io.IOException;
import java.nio.file.Path;
import org.apache.maven.plugin.MojoExecutionException;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.Mojo;
import org.apache.maven.plugins.annotations.Parameter;
import org.apache.maven.plugins.annotations.ResolutionScope;

/** Makes a copy of a schedule as short as it gets while the same invariant breaks. */
@Mojo(name = "minimize", requiresDependencyResolution = ResolutionScope.TEST, threadSafe = true)
final class MinimizeMojo extends HeddleMojo {
    /** The schedule. */
    @Parameter(property = "heddle.schedule", required = true)
    private String schedule;

    /** Ends after so long, with the shortest so far (default: 60s). */
    @Parameter(property = "heddle.time")
    private String time;

    /** The number of workers (default: all cores); it does not change the result. */
    @Parameter(property = "heddle.jobs")
    private String jobs;

    @Override
    void run() throws IOException, MojoExecutionException, MojoFailureException {
        Options options = new Options("minimize", schedule).put("--time", time).put("--jobs", jobs).put("--out", out());
        Json json = heddle(options).json();
        Json minimized = json.object("minimized");
        if (minimized.text("schedule").isEmpty()) {
            throw new MojoFailureException(json.text("message"));
        }
        Words.found(json.object("found"), minimized).stream().skip(1).forEach(getLog()::info);
        story(Path.of(minimized.text("schedule")).resolveSibling("minimized.trace")).forEach(getLog()::info);
    }
}
