package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.process.Interrupts;
import dev.heddle.cli.process.TemporaryFolders;
import dev.heddle.cli.targets.Catalog;
import java.io.PrintStream;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * What the commands work in, so that tests can bring their own.
 *
 * @param freshJvm starts this program in another process
 * @param threadLeftBehind set once a thread hangs that cannot be stopped: the process must be halted
 */
record Environment(
        PrintStream out,
        PrintStream err,
        Catalog catalog,
        FreshJvm freshJvm,
        TemporaryFolders temporary,
        Interrupts interrupts,
        AtomicBoolean threadLeftBehind) {

    Environment(PrintStream out, PrintStream err, Catalog catalog, FreshJvm freshJvm) {
        this(out, err, catalog, freshJvm, new TemporaryFolders(), new Interrupts(), new AtomicBoolean());
    }
}
