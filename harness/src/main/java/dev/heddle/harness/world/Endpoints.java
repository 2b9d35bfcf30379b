package dev.heddle.harness.world;

import java.util.HashMap;
import java.util.Map;

/** The addresses of one execution, by name. */
final class Endpoints {
    private final Map<String, Endpoint> byName = new HashMap<>();

    void clear() {
        byName.clear();
    }

    /** The address of a name, or null. */
    Endpoint get(String name) {
        return byName.get(name);
    }

    /** The address of a name; made where there is none, on that node. */
    Endpoint getOrAdd(String name, Node node) {
        Endpoint known = byName.get(name);
        return known != null ? known : add(name, node);
    }

    Endpoint add(String name, Node node) {
        Endpoint endpoint = new Endpoint(name, node, byName.size());
        byName.put(name, endpoint);
        return endpoint;
    }

    /** The node of a name, or null. */
    Node node(String name) {
        Endpoint endpoint = byName.get(name);
        return endpoint == null || endpoint.node() == null || endpoint.node().endpoint() != endpoint
                ? null
                : endpoint.node();
    }

    /** The channel between two addresses, or null where none was used so far. */
    Channel channel(String from, String to) {
        Endpoint source = byName.get(from);
        Endpoint target = byName.get(to);
        return source == null || target == null ? null : source.channelTo(target);
    }
}
