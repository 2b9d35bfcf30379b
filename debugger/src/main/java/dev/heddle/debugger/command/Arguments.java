package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;

/** Reads what stands behind a command's name. */
final class Arguments {
    private static final int MAX_DIGITS = 9;

    private Arguments() {}

    /** True for a whole number that is not negative. */
    static boolean number(String text) {
        return !text.isEmpty() && text.length() <= MAX_DIGITS && text.chars().allMatch(c -> c >= '0' && c <= '9');
    }

    /** The number from 1, or another where nothing is said. */
    static int count(String text, int otherwise) {
        if (text.isEmpty()) {
            return otherwise;
        } else if (!number(text) || Integer.parseInt(text) == 0) {
            throw new DebuggerException("'" + text + "' is no number of steps; write a whole number from 1");
        }
        return Integer.parseInt(text);
    }

    /** The number of a step, from 0. */
    static int step(String text) {
        if (!number(text)) {
            throw new DebuggerException("'" + text + "' is no step; write its number, or 0 for the beginning");
        }
        return Integer.parseInt(text);
    }

    /** Refuses whatever is said. */
    static void none(String text) {
        if (!text.isEmpty()) {
            throw new DebuggerException("'" + text + "' is too much: nothing can follow this command");
        }
    }

    /** Refuses to go on where nothing is said. */
    static String some(String text, String form) {
        if (text.isEmpty()) {
            throw new DebuggerException("something is missing; write " + form);
        }
        return text;
    }
}
