package dev.heddle.raft;

/** The servers of a cluster by number: their position in the order in which all servers name them. */
final class Cluster {

    private final String[] servers;
    private final String self;
    private final int selfPosition;
    private final Membership initial;
    private final Voters initialVoters;
    private Known known;

    private record Known(Membership membership, Voters voters) {
    }

    Cluster(RaftSetup setup) {
        this.servers = setup.servers().toArray(new String[0]);
        this.self = setup.self();
        this.selfPosition = position(self);
        this.initial = Membership.of(setup.members());
        this.initialVoters = votersOf(initial);
        this.known = new Known(initial, initialVoters);
    }

    int size() {
        return servers.length;
    }

    String self() {
        return self;
    }

    int selfPosition() {
        return selfPosition;
    }

    String name(int server) {
        return servers[server];
    }

    int position(String server) {
        for (int i = 0; i < servers.length; i++) {
            if (servers[i].equals(server)) {
                return i;
            }
        }
        throw new IllegalStateException(server + " is not a server of the cluster of " + self);
    }

    boolean knows(String server) {
        for (String name : servers) {
            if (name.equals(server)) {
                return true;
            }
        }
        return false;
    }

    static long bit(int server) {
        return 1L << server;
    }

    /** The membership that this one stands for, null being that with which the cluster started. */
    Membership membership(Membership inLog) {
        return inLog == null ? initial : inLog;
    }

    /** Who votes under a membership; null is that with which the cluster started. */
    Voters voters(Membership membership) {
        if (membership == null) {
            return initialVoters;
        }
        Known last = known;
        if (last.membership != membership) {
            last = new Known(membership, votersOf(membership));
            known = last;
        }
        return last.voters;
    }

    /** The other members under a membership. */
    long peers(Membership membership) {
        return voters(membership).all() & ~bit(selfPosition);
    }

    private Voters votersOf(Membership membership) {
        return new Voters(bits(membership.servers()), bits(membership.next()));
    }

    /** The positions of these servers. */
    long bits(Iterable<String> names) {
        long bits = 0;
        for (String name : names) {
            bits |= bit(position(name));
        }
        return bits;
    }
}
