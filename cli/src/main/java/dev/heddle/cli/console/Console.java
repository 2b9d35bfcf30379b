package dev.heddle.cli.console;

import dev.heddle.debugger.command.Screen;

/** Where lines come from, and where lines are shown. */
public interface Console extends Screen, AutoCloseable {
    /** The next line; null at the end of all. */
    String read(String prompt);

    /** Whether there is somebody who can mend a mistake by typing the next line. */
    boolean interactive();

    @Override
    void close();
}
