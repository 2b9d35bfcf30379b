package dev.heddle.harness.schedule;

import java.util.List;

/** The kinds of line that can be read as events. */
public record Vocabulary(List<Verb> verbs) {
    private static final int MAX_SHOWN = 40;

    public Vocabulary {
        verbs = List.copyOf(verbs);
    }

    /**
     * The event of a line.
     *
     * @throws IllegalArgumentException with a message for people, where the line is no event
     */
    public Event parse(String line) {
        int space = line.indexOf(' ');
        String word = space < 0 ? line : line.substring(0, space);
        for (Verb verb : verbs) {
            if (verb.word().equals(word)) {
                return verb.reader().apply(verb.form(), space < 0 ? "" : line.substring(space + 1));
            }
        }
        throw new IllegalArgumentException("unknown event '" + shorten(word) + "'; an event begins with one of "
                + String.join(", ", verbs.stream().map(Verb::word).toList()));
    }

    private static String shorten(String text) {
        return text.length() <= MAX_SHOWN ? text : text.substring(0, MAX_SHOWN) + "…";
    }
}
