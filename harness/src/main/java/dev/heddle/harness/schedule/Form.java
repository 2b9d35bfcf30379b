package dev.heddle.harness.schedule;

import dev.heddle.harness.schedule.Event.Envelope;
import java.util.regex.Pattern;

/**
 * The form of a kind of line, by an example of it; takes apart what follows the line's first word.
 *
 * <p>Every method throws an {@link IllegalArgumentException} with a message for people, where a text
 * does not have the form.
 */
public record Form(String example) {
    private static final String ARROW = " -> ";
    private static final Pattern OCCURRENCE = Pattern.compile("[1-9][0-9]{0,8}");

    /** What goes from one name to another. */
    public record Pair(String from, String to) {}

    /** What an actor has pending with itself: a timer or a task. */
    public record Owned(String owner, String name, int occurrence) {}

    /** A name, which has no space. */
    public String name(String text) {
        if (text.isEmpty() || text.indexOf(' ') >= 0) {
            throw mismatch();
        }
        return text;
    }

    /** {@code n1 -> n2}. */
    public Pair pair(String text) {
        int arrow = text.indexOf(ARROW);
        if (arrow < 0) {
            throw mismatch();
        }
        return new Pair(name(text.substring(0, arrow)), name(text.substring(arrow + ARROW.length())));
    }

    /** {@code n1 -> n2 MESSAGE #1}. */
    public Envelope envelope(String text) {
        int hash = occurrenceStart(text, " #");
        int space = textStart(text) - 1;
        if (hash <= space) {
            throw mismatch();
        }
        Pair ends = pair(text.substring(0, space));
        return new Envelope(
                ends.from(), ends.to(), Escapes.unescape(text.substring(space + 1, hash)),
                number(text.substring(hash + 2)));
    }

    /** Where the text begins in {@code n1 -> n2 TEXT}. */
    public int textStart(String text) {
        int arrow = text.indexOf(ARROW);
        int space = arrow < 0 ? -1 : text.indexOf(' ', arrow + ARROW.length());
        if (space < 0) {
            throw mismatch();
        }
        return space + 1;
    }

    /**
     * {@code n1 NAME #1}.
     *
     * @param mark what stands between the name and the occurrence
     */
    public Owned owned(String text, String mark) {
        int space = text.indexOf(' ');
        int hash = occurrenceStart(text, mark);
        if (space < 0 || hash <= space) {
            throw mismatch();
        }
        return new Owned(
                name(text.substring(0, space)),
                Escapes.unescape(text.substring(space + 1, hash)),
                number(text.substring(hash + mark.length())));
    }

    /** A number from 1, of nine digits at most. */
    public int number(String text) {
        if (!OCCURRENCE.matcher(text).matches()) {
            throw mismatch();
        }
        return Integer.parseInt(text);
    }

    /** What to throw where a line is not of this form. */
    public IllegalArgumentException mismatch() {
        return new IllegalArgumentException("expected the form '" + example + "'");
    }

    /** Where the last {@code #digits} of the text begins, with its mark. */
    private int occurrenceStart(String text, String mark) {
        int start = text.lastIndexOf(mark);
        if (start < 0 || !OCCURRENCE.matcher(text.substring(start + mark.length())).matches()) {
            throw mismatch();
        }
        return start;
    }
}
