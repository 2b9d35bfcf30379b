package dev.heddle.harness.schedule;

import java.util.function.BiFunction;

/**
 * A word that events' lines can begin with, and how such a line is read.
 *
 * @param form a line of this kind, shown to whoever wrote another
 * @param reader makes the event of what follows the word and a space
 */
public record Verb(Form form, BiFunction<Form, String, Event> reader) {
    /** @param example a line of this kind, which begins with the word */
    public Verb(String example, BiFunction<Form, String, Event> reader) {
        this(new Form(example), reader);
    }

    /** The word. */
    public String word() {
        int space = form.example().indexOf(' ');
        return form.example().substring(0, space);
    }
}
