package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.process.Interrupts;
import dev.heddle.cli.process.TemporaryFolders;
import dev.heddle.cli.targets.Catalog;
import dev.heddle.harness.fuzz.Watchdog;
import dev.heddle.harness.fuzz.Watched;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.concurrent.Callable;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import java.util.function.Supplier;

/**
 * What the commands work in, so that tests can bring their own.
 *
 * @param freshJvm starts this program in another process
 * @param threadLeftBehind set once a thread hangs that cannot be stopped: the process must be halted
 */
record Environment(
        InputStream in,
        PrintStream out,
        PrintStream err,
        Catalog catalog,
        FreshJvm freshJvm,
        TemporaryFolders temporary,
        Interrupts interrupts,
        AtomicBoolean threadLeftBehind) {

    Environment(PrintStream out, PrintStream err, Catalog catalog, FreshJvm freshJvm) {
        this(System.in, out, err, catalog, freshJvm);
    }

    Environment(InputStream in, PrintStream out, PrintStream err, Catalog catalog, FreshJvm freshJvm) {
        this(in, out, err, catalog, freshJvm, new TemporaryFolders(), new Interrupts(), new AtomicBoolean());
    }

    /**
     * What work gives that runs the user's code; where that hangs, its thread is left behind.
     *
     * @param beats as a {@link Watchdog} counts them
     */
    <T> T watched(Callable<T> work, LongSupplier beats) throws Exception {
        try {
            return Watched.call(work, beats);
        } catch (Watched.HungException hung) {
            threadLeftBehind.set(true);
            throw new RejectedException(hung.breach());
        }
    }

    /** What opening something of the user's gives. */
    <T> T opened(Supplier<T> opening) {
        try {
            return watched(opening::get, () -> Watchdog.OPENING);
        } catch (RuntimeException e) {
            throw e;
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }
}
