package dev.heddle.report.export;

import dev.heddle.report.SpaceTime;

/** A format in which an execution can be given to another tool. */
@FunctionalInterface
public interface Export {
    /** The whole file. */
    String write(SpaceTime execution);
}
