package dev.heddle.debugger;

import dev.heddle.harness.world.Handover;
import java.util.Arrays;
import java.util.stream.Stream;

/**
 * Something pending, by a number that holds as long as nothing happens.
 *
 * @param number from 1
 * @param group what it is listed under: {@code n1 -> n2}, or the kind of thing that it is
 * @param event what handing it over is called
 * @param note what else there is to know, or empty
 * @param waits why it cannot be handed over now, or empty
 */
public record PendingItem(int number, String group, Handover event, String note, String waits) {
    /** True where it can be handed over now. */
    public boolean ready() {
        return waits.isEmpty();
    }

    /** Its line without the first word. */
    public String name() {
        String line = event.line();
        return line.substring(line.indexOf(' ') + 1);
    }

    /** The words that can name it: those at its ends, and its kind. */
    public Stream<String> words() {
        Stream<String> ends = Arrays.stream(group.split(" -> ")).filter(end -> group.contains(" -> "));
        return Stream.concat(ends, Stream.of(Kinds.of(event)));
    }
}
