package dev.heddle.raft;

import java.util.List;

/** An administrator's request that the cluster consist of these servers from now on (§6). */
public record ChangeMembership(List<String> servers) {

    public ChangeMembership {
        servers = List.copyOf(servers);
    }

    @Override
    public String toString() {
        return "change-membership " + String.join(" ", servers);
    }
}
