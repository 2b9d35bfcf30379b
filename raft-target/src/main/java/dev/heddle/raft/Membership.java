package dev.heddle.raft;

import java.util.List;

/**
 * Who belongs to the cluster (§6). While it changes it is joint: decisions need a majority of
 * {@code servers}, the old ones, and a majority of {@code next}, the new ones. As a command of the
 * log it is in force on each server from the moment it is appended there.
 *
 * @param servers the names of the servers; those before the change if it is joint
 * @param next the names of the servers after the change, empty unless it is joint
 */
public record Membership(List<String> servers, List<String> next) implements Command {

    public Membership {
        servers = List.copyOf(servers);
        next = List.copyOf(next);
        if (servers.isEmpty()) {
            throw new IllegalArgumentException("a cluster has at least one server");
        }
    }

    /** The settled membership of these servers. */
    public static Membership of(List<String> servers) {
        return new Membership(servers, List.of());
    }

    /** Whether this is the joint one of a change under way (Cold,new). */
    public boolean joint() {
        return !next.isEmpty();
    }

    /** The joint membership on the way to these servers. */
    public Membership changingTo(List<String> target) {
        return new Membership(servers, target);
    }

    /** What a joint membership becomes once it is committed (Cnew). */
    public Membership settled() {
        return of(next);
    }

    /** Whether a server belongs to it, before or after the change. */
    public boolean contains(String server) {
        return servers.contains(server) || next.contains(server);
    }

    /** {@code members=[n1, n2]}, or {@code members=[n1, n2]->[n2, n3]}. */
    @Override
    public String toString() {
        return "members=" + servers + (joint() ? "->" + next : "");
    }
}
