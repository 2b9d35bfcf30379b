package dev.heddle.raft;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;

/**
 * A cluster of pure servers driven at random: FIFO links (or unordered, repeating ones), timers that
 * may expire at any time, commands, crashes. It ends at the first step that breaks a safety
 * property of Figure 3, or throws.
 */
final class Simulation {

    /** What the network and the servers may do. */
    enum World { FIFO, FIFO_CRASHES, UDP_CRASHES }

    private record Committed(Entry entry, long inTerm) {
    }

    private final Random random;
    private final World world;
    private final Node[] nodes = new Node[Server.FOUR.size()];
    private final Map<Long, String> leaders = new HashMap<>();
    private final List<Committed> committed = new ArrayList<>();
    private final int timerPercent;
    private int words;
    private int elections;
    private Object last = "start";

    Simulation(long seed, World world, Rules rules) {
        this.random = new Random(seed);
        this.world = world;
        this.timerPercent = 1 + random.nextInt(12);
        for (int i = 0; i < nodes.length; i++) {
            nodes[i] = new Node(i, rules);
            nodes[i].start();
        }
    }

    /** The safety property that broke within so many steps, with what broke it, or null. */
    String firstViolation(int steps) {
        for (int i = 0; i < steps; i++) {
            String violation = step();
            if (violation != null) {
                return violation + " at step " + i + " after " + last;
            }
        }
        return null;
    }

    int elections() {
        return elections;
    }

    int committedEntries() {
        return committed.size();
    }

    private String step() {
        Node node = nodes[random.nextInt(nodes.length)];
        RaftState before = node.state;
        try {
            act(node);
        } catch (IllegalStateException e) {
            return "uncaught exception: " + e.getMessage();
        }
        return node.state == before ? null : check(node, before);
    }

    private void act(Node node) {
        int choice = random.nextInt(100);
        if (choice < 2 && world != World.FIFO) {
            last = "crash " + node.name;
            node.crash();
            node.start();
        } else if (choice < 8) {
            last = "command " + node.name;
            node.finish(node.raft.command(node.state, new ClientCommand("append w" + ++words), node));
        } else if (choice < 8 + timerPercent) {
            Timer timer = Timer.values()[random.nextInt(Timer.values().length)];
            if (node.armed[timer.ordinal()]) {
                last = "fire " + node.name + " " + timer;
                node.armed[timer.ordinal()] = timer != Timer.ELECTION;
                node.finish(node.raft.expired(node.state, timer, node));
            }
        } else {
            int link = random.nextInt(nodes.length);
            for (int i = 0; i < nodes.length && node.inbox.get(link).isEmpty(); i++) {
                link = (link + 1) % nodes.length;
            }
            deliver(node, node.inbox.get(link));
        }
    }

    private void deliver(Node node, List<Message> link) {
        if (link.isEmpty()) {
            return;
        }
        int at = world == World.UDP_CRASHES ? random.nextInt(link.size()) : 0;
        boolean repeat = world == World.UDP_CRASHES && random.nextInt(10) == 0;
        Message message = repeat ? link.get(at) : link.remove(at);
        last = "deliver " + node.name + " " + message;
        node.finish(node.raft.receive(node.state, message, node));
    }

    private String check(Node node, RaftState before) {
        RaftState after = node.state;
        if (after.role() == Role.LEADER && before.role() != Role.LEADER) {
            elections++;
            String other = leaders.putIfAbsent(after.currentTerm(), node.name);
            if (other != null && !other.equals(node.name)) {
                return "election-safety: term " + after.currentTerm() + " elected " + other + " and " + node.name;
            }
            for (int i = 0; i < committed.size(); i++) {
                if (committed.get(i).inTerm < after.currentTerm() && !has(after.log(), i + 1, committed.get(i).entry)) {
                    return "leader-completeness: " + node.name + " lacks index " + (i + 1);
                }
            }
        }
        if (after.log() != before.log() && !matchesOthers(node)) {
            return "log-matching: " + node.name;
        }
        return after.lastApplied() > before.lastApplied() ? checkApplied(after, before.lastApplied()) : null;
    }

    private String checkApplied(RaftState state, long alreadyApplied) {
        for (long index = alreadyApplied + 1; index <= state.lastApplied(); index++) {
            Entry entry = state.log().entryAt(index);
            if (index > committed.size()) {
                committed.add(new Committed(entry, state.currentTerm()));
            } else if (!committed.get((int) index - 1).entry.equals(entry)) {
                return "state-machine-safety: index " + index;
            }
        }
        return null;
    }

    private boolean matchesOthers(Node node) {
        Log log = node.state.log();
        for (Node other : nodes) {
            Log theirs = other.state.log();
            long index = Math.min(log.lastIndex(), theirs.lastIndex());
            while (index > 0 && log.termAt(index) != theirs.termAt(index)) {
                index--;
            }
            if (log.commonPrefix(theirs) < index) {
                return false;
            }
        }
        return true;
    }

    private static boolean has(Log log, long index, Entry entry) {
        return log.lastIndex() >= index && log.entryAt(index).equals(entry);
    }

    /** One server, its storage, its timers and its incoming links by sender. */
    private final class Node implements Effects {
        final String name;
        final Raft raft;
        final Rules rules;
        final InMemoryStorage storage = new InMemoryStorage();
        final boolean[] armed = new boolean[Timer.values().length];
        final List<List<Message>> inbox = new ArrayList<>();
        final int position;
        RaftState state;

        Node(int position, Rules rules) {
            this.position = position;
            this.name = Server.FOUR.get(position);
            this.rules = rules;
            this.raft = new Raft(name, Server.FOUR, rules);
            for (int i = 0; i < nodes.length; i++) {
                inbox.add(new ArrayList<>());
            }
        }

        void start() {
            state = raft.start(storage.recover(), this);
        }

        void crash() {
            storage.crash();
            for (int i = 0; i < armed.length; i++) {
                armed[i] = false;
            }
            for (List<Message> link : inbox) {
                link.clear();
            }
        }

        void finish(RaftState after) {
            if (after != state) {
                rules.durability().persist(state, after, storage);
                state = after;
            }
        }

        @Override
        public void send(String peer, Message message) {
            nodes[Server.FOUR.indexOf(peer)].inbox.get(position).add(message);
        }

        @Override
        public void arm(Timer timer) {
            armed[timer.ordinal()] = true;
        }

        @Override
        public void cancel(Timer timer) {
            armed[timer.ordinal()] = false;
        }
    }
}
