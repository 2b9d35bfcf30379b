package dev.heddle.api;

import akka.actor.ActorRef;
import dev.heddle.harness.random.Rng;

/** What clients send: each command is a text in schedules and a message to an actor. */
public interface Commands {
    /**
     * The next command.
     *
     * @param count how many this execution has issued already
     * @param rng the generator to draw from
     * @return its text, or null where there is none
     */
    String next(int count, Rng rng);

    /**
     * The message that a text stands for; needed where the one below is not there.
     *
     * @throws IllegalArgumentException with a message for people, where it stands for none
     */
    default Object message(String text) {
        throw new UnsupportedOperationException(
                "implement Commands.message(text), or message(text, client) for messages that say whom to answer");
    }

    /**
     * The message of a command where it says whom to answer, as those to typed actors do: {@code
     * Adapter.toTyped(client)}.
     *
     * @param client the sender, whose answers are part of the record
     */
    default Object message(String text, ActorRef client) {
        return message(text);
    }

    /** Whether clients send commands to a node; by default to every one. */
    default boolean addresses(String node) {
        return true;
    }

    /**
     * A name of the operation that a command asks for: a client that sends a command of the same name
     * again asks for the same operation, as one that retries with the same session and sequence number
     * does.
     *
     * @return the name, or null where each command is an operation of its own
     */
    default String operation(String text) {
        return null;
    }

    /**
     * A command that a system without faults takes and answers, for executions that end fairly ({@link
     * Definition.Builder#settles}): it is sent to one node after the other, with nothing else pending.
     *
     * @param count how many were sent already
     * @return its text, or null where there is no such command
     */
    default String probe(int count) {
        return null;
    }

    /** What the record says of an answer. */
    default String response(Object message) {
        return String.valueOf(message);
    }

    /**
     * Whether a node that gives this answer is the one to ask, as a leader is: clients like to return to it. By
     * default any node is as good as another.
     *
     * @param answer as {@link #response} tells it
     */
    default boolean serves(String answer) {
        return false;
    }
}
