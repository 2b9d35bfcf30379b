package dev.heddle.maven;

import java.io.IOException;
import java.util.List;
import org.apache.maven.plugin.MojoFailureException;
import org.apache.maven.plugins.annotations.LifecyclePhase;
import org.apache.maven.plugins.annotations.Mojo;

/** Fails the build where the goal <code>fuzz</code> found something; all reports are written by then. */
@Mojo(name = "verify", defaultPhase = LifecyclePhase.VERIFY, threadSafe = true)
final class VerifyMojo extends HeddleMojo {
    @Override
    void run() throws IOException, MojoFailureException {
        List<String> wrong = wrongFile().lines();
        if (!wrong.isEmpty()) {
            throw new MojoFailureException(String.join(System.lineSeparator(), wrong) + System.lineSeparator()
                    + "see above, and the reports in " + shown(reports()));
        }
    }
}
