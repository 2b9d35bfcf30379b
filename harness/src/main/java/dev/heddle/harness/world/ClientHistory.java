package dev.heddle.harness.world;

import dev.heddle.harness.invariant.ClientEvent;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What clients asked for and were told in one execution, with each answer at its command. */
final class ClientHistory {
    private final List<ClientEvent> events = new ArrayList<>();
    private final List<ClientEvent> eventsToRead = Collections.unmodifiableList(events);
    private final Map<List<String>, Integer> named = new HashMap<>();
    private final History history;
    private int operations;

    ClientHistory(History history) {
        this.history = history;
    }

    void clear() {
        events.clear();
        named.clear();
        operations = 0;
    }

    List<ClientEvent> events() {
        return eventsToRead;
    }

    /** A client sends a command; what it is as a message. */
    Message invoked(Endpoint client, Node node, String text, TargetSystem system) {
        int operation = operation(client, system.operation(text));
        events.add(new ClientEvent.Invoked(operation, client.name(), node.index(), text));
        Message message = message(client, node, text, operation, system);
        message.operation = operation;
        return message;
    }

    private static Message message(Endpoint client, Node node, String text, int operation, TargetSystem system) {
        try {
            return system.command(client, node, text, operation);
        } catch (IllegalArgumentException refusal) {
            throw new UnknownCommandException(refusal);
        }
    }

    /** @param name tells which of the client's commands are the same operation; null for one of its own */
    private int operation(Endpoint client, String name) {
        int number = operations;
        if (name != null) {
            Integer known = named.putIfAbsent(List.of(client.name(), name), number);
            number = known == null ? number : known;
        }
        operations = Math.max(operations, number + 1);
        return number;
    }

    /** The network doubles what may be a client's command; the copy. */
    Message doubled(Message message) {
        Message copy = message.copy();
        copy.operation = message.operation;
        if (message.operation != Response.NO_OPERATION) {
            events.add(new ClientEvent.Invoked(
                    message.operation, message.from().name(), message.to().node().index(), message.text()));
        }
        return copy;
    }

    void answered(Response response) {
        history.responded(response);
        Node node = response.from().node();
        if (response.operation() != Response.NO_OPERATION && node != null) {
            events.add(new ClientEvent.Answered(
                    response.operation(), response.client().name(), node.index(), response.text()));
        }
    }
}
