package dev.heddle.cli.targets;

import dev.heddle.harness.run.TargetFactory;

/** Where the targets of one name come from; holds the class loaders it opened. */
public interface TargetSource extends AutoCloseable {
    /** The factory that questions are put to. */
    TargetFactory factory();

    /**
     * A factory that shares no state with the others that this returns, not even statics, where that
     * can be had.
     */
    TargetFactory another();

    @Override
    void close();
}
