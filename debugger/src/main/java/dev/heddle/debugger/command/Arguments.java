package dev.heddle.debugger.command;

import dev.heddle.debugger.DebuggerException;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

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

    /**
     * What is said with and without its options.
     *
     * @param given the options, each once
     */
    record Options(Set<String> given, String rest) {}

    /** Takes options off, which can stand before and behind everything else. */
    static Options options(String text, List<String> known, String form) {
        Set<String> given = new LinkedHashSet<>();
        String rest = text;
        for (String option = option(rest, known); !option.isEmpty(); option = option(rest, known)) {
            given.add(option);
            rest = (rest.startsWith(option)
                            ? rest.substring(option.length())
                            : rest.substring(0, rest.length() - option.length()))
                    .strip();
        }
        if (rest.startsWith("--")) {
            throw new DebuggerException("there is no option '" + rest.split(" ")[0] + "'; write " + form);
        }
        return new Options(given, rest);
    }

    /** An option at the beginning or the end; or empty. */
    private static String option(String text, List<String> known) {
        return known.stream()
                .filter(o -> text.equals(o) || text.startsWith(o + " ") || text.endsWith(" " + o))
                .findFirst()
                .orElse("");
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
