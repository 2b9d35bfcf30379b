package dev.heddle.harness.world;

import dev.heddle.harness.disk.DiskException;

/** An exception that Heddle throws into a handler; the target is not to blame for it. */
public final class InjectedException extends RuntimeException {
    private static final long serialVersionUID = 1;
    private static final int MAX_CAUSES = 100;

    InjectedException() {
        super("injected by Heddle as the handler was entered");
    }

    /** True for what follows from a fault of Heddle's: one of these or a {@link DiskException} is among its causes. */
    static boolean causes(Throwable thrown) {
        Throwable cause = thrown;
        for (int i = 0; cause != null && i < MAX_CAUSES; i++) {
            if (cause instanceof InjectedException || cause instanceof DiskException) {
                return true;
            }
            cause = cause.getCause();
        }
        return false;
    }
}
