package dev.heddle.akka;

import akka.actor.ActorCell;
import akka.actor.ActorRef;
import dev.heddle.api.Definition;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Port;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Who is who in an actor system: which actor belongs to which node, and what it is called. */
final class Population {
    /** The path of the guardian of all that is under test, with a slash at its end. */
    private static final String USER = "/user/";
    private static final String TEMP = "/temp/";
    static final String CLIENTS = "/clients/";
    /** What stands between the node's name and the number in the path of a question. */
    static final String QUESTION = "-ask$";
    /** What follows the node's name in the name of whoever waits for answers there. */
    static final String ASKER = "/ask";

    private final Definition definition;
    private final Port port;
    private final NodeSlot[] slots;
    private final Map<String, NodeSlot> byName = new HashMap<>();
    /** Top-level actors that a node created, by name. */
    private final Map<String, ActorRef> adopted = new LinkedHashMap<>();
    private final Map<String, NodeSlot> adopters = new HashMap<>();
    private Steering steering;

    Population(Definition definition, Port port) {
        this.definition = definition;
        this.port = port;
        slots = new NodeSlot[definition.nodes().size()];
    }

    void steering(Steering own) {
        steering = own;
    }

    void add(NodeSlot slot) {
        slots[slot.node().index()] = slot;
        byName.put(slot.name(), slot);
    }

    NodeSlot slot(Node node) {
        return slots[node.index()];
    }

    /** The node of a name, or null. */
    NodeSlot slot(String name) {
        return byName.get(name);
    }

    List<String> names() {
        return definition.nodes();
    }

    Definition definition() {
        return definition;
    }

    /** What the record says of an answer to a client. */
    String response(Object message) {
        return definition.commands() == null
                ? String.valueOf(message)
                : Hooks.call("Commands.response", () -> definition.commands().response(message));
    }

    /** What a message may turn into on its way. */
    List<Object> corruptions(Object message) {
        return Hooks.required("the scenario's corruptions", () -> definition.corruptions().apply(message));
    }

    /** A node created an actor at top level: it belongs to the node. */
    void adopt(NodeSlot creator, ActorRef created) {
        String name = created.path().name();
        if (creator != null && !byName.containsKey(name)) {
            adopted.put(name, created);
            adopters.put(name, creator);
        }
    }

    /** The top-level actors that a node created. */
    List<ActorRef> adoptedBy(NodeSlot creator) {
        List<ActorRef> found = new ArrayList<>();
        adopted.forEach((name, ref) -> {
            if (adopters.get(name) == creator) {
                found.add(ref);
            }
        });
        return found;
    }

    /** Forgets who created what. */
    void reset() {
        adopted.clear();
        adopters.clear();
    }

    /** Finds out what an actor is. */
    CellState identify(ActorCell cell) {
        String path = cell.self().path().toStringWithoutAddress();
        NodeSlot slot = path.startsWith(USER) ? owner(topLevelName(path)) : null;
        if (slot == null) {
            return new CellState(steering, cell);
        }
        Endpoint endpoint = port.endpoint(slot.node(), name(path));
        CellState state = new CellState(steering, cell, slot, endpoint);
        if (state.top() && !cell.isTerminated()) {
            slot.top(state);
        }
        return state;
    }

    /** The name in schedules of the actor of a path such as {@code /user/n1/worker}. */
    String name(String path) {
        String below = path.substring(USER.length());
        String top = topLevelName(path);
        if (byName.containsKey(top)) {
            return below;
        }
        NodeSlot adopter = adopters.get(top);
        return (adopter == null ? "" : adopter.name() + "/") + "~" + below;
    }

    /** The name in schedules of whatever is at a path: an actor, the asker of a question, a client, Akka's own. */
    String nameOf(String path) {
        if (path.startsWith(USER)) {
            return name(path);
        } else if (path.startsWith(TEMP) && path.contains(QUESTION)) {
            return path.substring(TEMP.length(), path.indexOf(QUESTION)) + ASKER;
        } else if (path.startsWith(CLIENTS)) {
            return path.substring(CLIENTS.length());
        }
        return path.substring(1);
    }

    private NodeSlot owner(String topLevelName) {
        NodeSlot node = byName.get(topLevelName);
        return node != null ? node : adopters.get(topLevelName);
    }

    private static String topLevelName(String path) {
        int end = path.indexOf('/', USER.length());
        return end < 0 ? path.substring(USER.length()) : path.substring(USER.length(), end);
    }
}
