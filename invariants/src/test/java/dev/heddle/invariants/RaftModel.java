package dev.heddle.invariants;

import dev.heddle.harness.invariant.ClientEvent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.random.RandomGenerator;

/**
 * A small Raft (Figure 2, §7) with a random network that loses, doubles and reorders, and servers
 * that crash, lose what they had not synced, recover and compact: right histories, and wrong ones
 * by defects.
 *
 * <p>A leader sends entries before they are on its own disk and does not count itself until they are
 * (thesis §10.2.1), so that a crash takes the end of its log.
 */
final class RaftModel {
    enum Defect {
        VOTES_TWICE, FORGETS_VOTE_IN_CRASH, COUNTS_OLD_GRANTS, VOTES_FOR_SHORT_LOGS, COMMITS_UNREPLICATED,
        NO_PREVIOUS_CHECK, TRUNCATES_ALWAYS, LEADER_TRUNCATES, ACKNOWLEDGES_UNSYNCED, RESETS_COMMIT
    }

    private record Message(int kind, int from, int to, long term, long index, long indexTerm,
            List<PlainLog.Entry> entries, long commit, boolean ok) {}

    private static final int VOTE = 0;
    private static final int VOTE_REPLY = 1;
    private static final int APPEND = 2;
    private static final int APPEND_REPLY = 3;
    private static final int SNAPSHOT = 4;

    private static final class Server {
        boolean up;
        long term;
        int votedFor = -1;
        PlainLog log = PlainLog.empty();
        long synced;
        long snapshotTerm;
        Object incarnation;
        boolean leader;
        boolean candidate;
        long commit;
        Set<Integer> votes;
        long[] next;
        long[] match;

        long termAt(long index) {
            return index == log.firstIndex() - 1 ? snapshotTerm : log.termAt(index);
        }

        boolean has(long index) {
            return index >= log.firstIndex() - 1 && index <= log.lastIndex();
        }
    }

    private final RandomGenerator random;
    private final Defect defect;
    private final Server[] servers;
    private final List<Message> network = new ArrayList<>();
    /** Chances in a hundred, drawn for each execution: some have no crashes, some no snapshots. */
    private final int deliveries;
    private final int crashes;
    private final int campaigns;
    private final int compactions;
    private final int losses;
    private int commands;
    /** What leaders told clients: that what they have just committed is. */
    final List<ClientEvent> told = new ArrayList<>();

    RaftModel(int nodes, RandomGenerator random, Defect defect) {
        this.random = random;
        this.defect = defect;
        deliveries = 50 + random.nextInt(45);
        crashes = Math.max(0, random.nextInt(20) - 5);
        campaigns = 5 + random.nextInt(30);
        compactions = Math.max(0, random.nextInt(100) - 50);
        losses = random.nextInt(40);
        servers = new Server[nodes];
        for (int i = 0; i < nodes; i++) {
            servers[i] = new Server();
            recover(servers[i]);
        }
    }

    /** Lets one server take a random step and returns which. */
    int step() {
        int node = random.nextInt(servers.length);
        if (random.nextInt(100) < deliveries && !network.isEmpty()) {
            int index = random.nextInt(Math.min(network.size(), 12));
            Message message = random.nextInt(20) == 0 ? network.get(index) : network.remove(index);
            node = message.to;
            if (servers[node].up) {
                receive(servers[node], message);
            }
        } else {
            actAlone(node);
        }
        return node;
    }

    private void actAlone(int node) {
        Server server = servers[node];
        int choice = random.nextInt(100);
        if (!server.up) {
            recover(server);
        } else if (choice < crashes) {
            crash(server);
        } else if (choice < 20) {
            compact(server);
        } else if (!server.leader) {
            if (random.nextInt(100) < campaigns) {
                campaign(node, server);
            }
        } else if (choice < 25 && defect == Defect.LEADER_TRUNCATES && server.log.lastIndex() > server.commit) {
            server.log = server.log.truncateFrom(server.log.lastIndex());
        } else {
            lead(node, server, choice);
        }
    }

    private void compact(Server server) {
        if (random.nextInt(100) < compactions && server.commit >= server.log.firstIndex()
                && server.commit <= server.log.lastIndex()) {
            server.snapshotTerm = server.log.termAt(server.commit);
            server.log = server.log.compactTo(server.commit);
        }
    }

    private void lead(int node, Server server, int choice) {
        if (choice < 50) {
            server.log = server.log.append(server.term, "w" + ++commands);
        } else if (choice < 65) {
            server.synced = server.log.lastIndex();
        }
        for (int peer = 0; peer < servers.length; peer++) {
            if (peer != node) {
                replicate(node, server, peer);
            }
        }
        advance(node, server);
    }

    private void replicate(int node, Server server, int peer) {
        long previous = Math.min(server.next[peer] - 1, server.log.lastIndex());
        if (previous < server.log.firstIndex() - 1) {
            long index = server.log.firstIndex() - 1;
            send(new Message(SNAPSHOT, node, peer, server.term, index, server.snapshotTerm, List.of(), index, true));
            return;
        }
        List<PlainLog.Entry> all = server.log.entries();
        int from = (int) (previous + 1 - server.log.firstIndex());
        int to = Math.min(all.size(), from + 1 + random.nextInt(3));
        send(new Message(APPEND, node, peer, server.term, previous, server.termAt(previous),
                List.copyOf(all.subList(from, to)), server.commit, true));
    }

    private void campaign(int node, Server server) {
        server.term++;
        server.votedFor = node;
        server.candidate = true;
        server.votes = defect == Defect.COUNTS_OLD_GRANTS && server.votes != null ? server.votes : new HashSet<>();
        server.votes.add(node);
        server.synced = server.log.lastIndex();
        long last = server.log.lastIndex();
        for (int peer = 0; peer < servers.length; peer++) {
            send(new Message(VOTE, node, peer, server.term, last, server.termAt(last), List.of(), 0, true));
        }
    }

    private void receive(Server server, Message message) {
        if (message.from == message.to) {
            return;
        }
        if (message.term > server.term) {
            server.term = message.term;
            server.votedFor = -1;
            server.leader = false;
            server.candidate = false;
            server.commit = defect == Defect.RESETS_COMMIT ? server.log.firstIndex() - 1 : server.commit;
        }
        switch (message.kind) {
            case VOTE -> vote(server, message);
            case VOTE_REPLY -> voteReply(server, message);
            case APPEND -> append(server, message);
            case APPEND_REPLY -> appendReply(server, message);
            default -> snapshot(server, message);
        }
    }

    private void vote(Server server, Message call) {
        long last = server.log.lastIndex();
        boolean upToDate = call.indexTerm > server.termAt(last)
                || call.indexTerm == server.termAt(last) && call.index >= last
                || defect == Defect.VOTES_FOR_SHORT_LOGS;
        boolean free = server.votedFor < 0 || server.votedFor == call.from || defect == Defect.VOTES_TWICE;
        boolean grant = call.term == server.term && free && upToDate && !server.leader;
        if (grant) {
            server.votedFor = call.from;
        }
        reply(VOTE_REPLY, server, call, 0, grant);
    }

    private void voteReply(Server server, Message reply) {
        if (!server.candidate || !reply.ok || reply.term != server.term && defect != Defect.COUNTS_OLD_GRANTS) {
            return;
        }
        server.votes.add(reply.from);
        if (server.votes.size() > servers.length / 2) {
            server.candidate = false;
            server.leader = true;
            server.match = new long[servers.length];
            server.next = new long[servers.length];
            Arrays.fill(server.next, server.log.lastIndex() + 1);
        }
    }

    private void append(Server server, Message call) {
        if (call.term < server.term) {
            reply(APPEND_REPLY, server, call, 0, false);
            return;
        }
        server.candidate = false;
        boolean compacted = call.index < server.log.firstIndex() - 1;
        boolean matches = compacted || server.has(call.index) && server.termAt(call.index) == call.indexTerm;
        if (!matches && !(defect == Defect.NO_PREVIOUS_CHECK && server.has(call.index))) {
            reply(APPEND_REPLY, server, call, 0, false);
            return;
        }
        if (defect == Defect.TRUNCATES_ALWAYS && !compacted && !server.leader) {
            server.log = server.log.truncateFrom(call.index + 1);
        }
        long index = call.index;
        for (PlainLog.Entry entry : call.entries) {
            index++;
            if (index < server.log.firstIndex()
                    || index <= server.log.lastIndex() && server.termAt(index) == entry.term()) {
                continue;
            }
            server.log = (index <= server.log.lastIndex() ? server.log.truncateFrom(index) : server.log)
                    .append(entry.term(), entry.command());
        }
        server.synced = defect == Defect.ACKNOWLEDGES_UNSYNCED
                ? Math.min(server.synced, server.log.lastIndex())
                : server.log.lastIndex();
        server.commit = Math.max(server.commit, Math.min(call.commit, index));
        reply(APPEND_REPLY, server, call, index, true);
    }

    private void appendReply(Server server, Message reply) {
        if (!server.leader || reply.term != server.term) {
            return;
        }
        if (reply.ok) {
            server.match[reply.from] = Math.max(server.match[reply.from], reply.index);
            server.next[reply.from] = server.match[reply.from] + 1;
            advance(reply.to, server);
        } else {
            server.next[reply.from] = Math.max(1, server.next[reply.from] - 1);
        }
    }

    private void snapshot(Server server, Message call) {
        if (call.term < server.term) {
            return;
        }
        server.candidate = false;
        if (call.index > server.commit) {
            boolean keeps = server.has(call.index) && server.termAt(call.index) == call.indexTerm;
            server.log = keeps ? server.log.compactTo(call.index) : new PlainLog(call.index + 1, List.of());
            server.snapshotTerm = call.indexTerm;
            server.commit = call.index;
            server.synced = server.log.lastIndex();
        }
        reply(APPEND_REPLY, server, call, call.index, true);
    }

    private void advance(int node, Server server) {
        long before = server.commit;
        for (long index = server.log.lastIndex(); index > server.commit; index--) {
            int stored = index <= server.synced ? 1 : 0;
            for (int peer = 0; peer < servers.length; peer++) {
                stored += peer != node && server.match[peer] >= index ? 1 : 0;
            }
            boolean replicated = stored > servers.length / 2 || defect == Defect.COMMITS_UNREPLICATED;
            if (replicated && server.termAt(index) == server.term) {
                server.commit = index;
            }
        }
        for (long index = before + 1; index <= server.commit; index++) {
            told.add(new ClientEvent.Answered(0, "c1", node, "committed " + index));
        }
    }

    private void crash(Server server) {
        server.up = false;
        if (server.synced < server.log.lastIndex()) {
            server.log = server.log.truncateFrom(Math.max(server.synced + 1, server.log.firstIndex()));
        }
        if (defect == Defect.FORGETS_VOTE_IN_CRASH) {
            server.votedFor = -1;
        }
    }

    private static void recover(Server server) {
        server.up = true;
        server.incarnation = new Object();
        server.leader = false;
        server.candidate = false;
        server.votes = null;
        server.commit = server.log.firstIndex() - 1;
    }

    private void reply(int kind, Server server, Message call, long index, boolean ok) {
        send(new Message(kind, call.to, call.from, server.term, index, 0, List.of(), 0, ok));
    }

    private void send(Message message) {
        if (random.nextInt(100) >= losses) {
            network.add(message);
        }
        if (network.size() > 30) {
            network.remove(random.nextInt(network.size()));
        }
    }

    /** The state of a server, as a new instance each time; null while it is down. */
    PlainView view(int node) {
        Server server = servers[node];
        String vote = server.votedFor < 0 ? null : "n" + (server.votedFor + 1);
        return !server.up ? null : new PlainView(server.term, vote, server.leader, server.commit,
                server.commit, server.log, server.incarnation, null, null);
    }
}
