package dev.heddle.debugger.command;

import java.util.List;
import java.util.function.Consumer;

/**
 * One command of the debugger.
 *
 * @param names its name, and the short ones
 * @param form how it is written
 * @param summary what it does, in one line
 * @param details what else there is to say of it, line by line
 * @param completes what can follow its name
 * @param action takes what stands behind the name, without spaces around it
 */
record Command(
        List<String> names, String form, String summary, List<String> details, Completion completes,
        Consumer<String> action) {
    /** What the words after a command's name can be. */
    enum Completion {
        NOTHING,
        NODES,
        PENDING,
        STOPS,
        COMMANDS,
        STRATEGIES
    }

    /** Its name. */
    String name() {
        return names.get(0);
    }
}
