package dev.heddle.debugger.command;

/** Where lines are shown. */
@FunctionalInterface
public interface Screen {
    /** Shows a line, which has no line breaks. */
    void show(Style style, String line);
}
