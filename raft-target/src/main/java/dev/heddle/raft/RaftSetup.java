package dev.heddle.raft;

import java.util.List;

/**
 * Everything that does not change about one server's algorithm.
 *
 * @param self its own name
 * @param servers the names of all servers that may ever be members, in the same order on each of them
 * @param members those that are members when the cluster starts for the first time
 * @param features what it does beyond Figure 2
 * @param timing how long it waits
 * @param rules the algorithm's decisions
 */
public record RaftSetup(String self, List<String> servers, List<String> members, RaftFeatures features,
        Timing timing, Rules rules) {

    private static final int MAX_SERVERS = Long.SIZE;

    public RaftSetup {
        servers = List.copyOf(servers);
        members = List.copyOf(members);
        if (servers.size() > MAX_SERVERS) {
            throw new IllegalArgumentException(
                    "a cluster has at most " + MAX_SERVERS + " servers, not " + servers.size());
        }
        if (servers.stream().distinct().count() != servers.size()) {
            throw new IllegalArgumentException("a server is named twice in " + servers);
        }
        if (!servers.contains(self)) {
            throw new IllegalArgumentException(self + " is not one of the servers " + servers);
        }
        if (members.isEmpty() || !servers.containsAll(members)) {
            throw new IllegalArgumentException("the members " + members + " are not some of the servers " + servers);
        }
    }

    /** Figure 2 with all servers as members and the standard timing. */
    public static RaftSetup figure2(String self, List<String> servers, Rules rules) {
        return new RaftSetup(self, servers, servers, RaftFeatures.figure2(), Timing.standard(), rules);
    }
}
