package dev.heddle.harness.schedule;

import java.util.List;
import java.util.function.UnaryOperator;

/**
 * One chosen event, by name: it refers to no live object, so it can be written, read and edited.
 *
 * <p>What kinds there are is not known here: {@link Vocabulary} has those that can be read.
 */
public interface Event {
    /** Its line in a schedule, without the end. */
    String line();

    /**
     * What happens, for people: a sentence without its end.
     *
     * @param shown how much is shown of the text of a message, timer, task or command
     */
    String words(UnaryOperator<String> shown);

    /** The names of the nodes that must exist for it to mean anything. */
    List<String> nodes();

    /** True where nothing can follow it. */
    default boolean last() {
        return false;
    }

    /** True for what is no fault, and can make a system lose or forget nothing. */
    default boolean calm() {
        return false;
    }

    /** What an execution is steered by from outside: boots, commands and faults. */
    interface External extends Event {}

    /** A message, timer or task handed to an actor, or a boot. */
    interface Delivery extends Event {}

    /**
     * A message as it waits between two actors.
     *
     * <p>It is identified by who sent it to whom, its fingerprint (the text of its contents) and its
     * occurrence: the how-many-th of its kind, counted from 1.
     */
    record Envelope(String from, String to, String text, int occurrence) {
        /** As it stands in an event's line. */
        public String line() {
            return from + " -> " + to + " " + Escapes.escape(text) + " #" + occurrence;
        }

        /** The message and between whom it is, for people. */
        public String words(UnaryOperator<String> shown) {
            return shown.apply(text) + " from " + from + " to " + to;
        }

        /** The node that the receiver lives on. */
        public String receivingNode() {
            return nodeOf(to);
        }
    }

    /** The node that an actor lives on, by their names. */
    static String nodeOf(String actor) {
        int slash = actor.indexOf('/');
        return slash < 0 ? actor : actor.substring(0, slash);
    }
}
