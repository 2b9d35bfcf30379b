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
    private int operations;

    void clear() {
        events.clear();
        named.clear();
        operations = 0;
    }

    List<ClientEvent> events() {
        return eventsToRead;
    }

    /**
     * A client sends a command.
     *
     * @param name tells which of the client's commands are the same operation; null for one of its own
     * @return the operation's number
     */
    int invoked(Endpoint client, Node node, String text, String name) {
        int number = operations;
        if (name != null) {
            Integer known = named.putIfAbsent(List.of(client.name(), name), number);
            number = known == null ? number : known;
        }
        operations = Math.max(operations, number + 1);
        events.add(new ClientEvent.Invoked(number, client.name(), node.index(), text));
        return number;
    }

    /** The network doubles what may be a client's command. */
    void doubled(Message message) {
        if (message.operation != Response.NO_OPERATION) {
            events.add(new ClientEvent.Invoked(
                    message.operation, message.from().name(), message.to().node().index(), message.text()));
        }
    }

    void answered(Response response) {
        Node node = response.from().node();
        if (response.operation() != Response.NO_OPERATION && node != null) {
            events.add(new ClientEvent.Answered(
                    response.operation(), response.client().name(), node.index(), response.text()));
        }
    }
}
