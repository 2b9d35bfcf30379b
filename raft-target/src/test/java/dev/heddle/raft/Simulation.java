package dev.heddle.raft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;

/**
 * A cluster of pure servers driven at random by what its {@link World} allows: timers expire at any
 * time, commands, reads, administration, crashes between and within steps, cut links. It ends at the
 * first step that breaks one of the {@link SafetyChecks}, or throws.
 */
final class Simulation implements SimulatedServer.Surroundings {

    private static final int SESSIONS = 3;
    /** Limited sessions are called by indexes: a client tries some, of which a few are sessions. */
    private static final int INDEXES_TRIED = 20;
    private static final String END = "the-end";
    private static final long CONVERGENCE_MICROS = 30_000_000;

    private final Random random;
    private final World world;
    private final List<SimulatedServer> servers = new ArrayList<>();
    private final SafetyChecks checks;
    private final boolean[][] cut;
    private final int timerPercent;
    private final Map<String, Long> sequences = new TreeMap<>();
    private long micros;
    private long tickets;
    private int words;
    private long deliveries;
    private String last = "start";
    private Message lastMessage;

    Simulation(long seed, World world, Rules rules) {
        this(new Random(seed), world, rules);
    }

    private Simulation(Random random, World world, Rules rules) {
        this.random = random;
        this.world = world;
        this.timerPercent = 1 + random.nextInt(12);
        this.checks = new SafetyChecks(servers);
        int size = world.servers().size();
        this.cut = new boolean[size][size];
        for (int i = 0; i < size; i++) {
            servers.add(new SimulatedServer(i, world, rules, random, this));
        }
        servers.forEach(SimulatedServer::start);
    }

    /** A simulation of anything that may happen. */
    static Simulation drawn(long seed, Rules rules) {
        Random random = new Random(seed);
        return new Simulation(random, World.drawn(random), rules);
    }

    SafetyChecks checks() {
        return checks;
    }

    World world() {
        return world;
    }

    long deliveries() {
        return deliveries;
    }

    /** The safety property that broke within so many steps, with what broke it, or null. */
    String firstViolation(int steps) {
        for (int i = 0; i < steps; i++) {
            micros += world.stepMicros() == 0 ? 0 : random.nextInt(world.stepMicros());
            String violation = step(servers.get(random.nextInt(servers.size())), this::act);
            if (violation != null) {
                return violation + " at step " + i + " after " + last
                        + (last.startsWith("deliver") ? " " + lastMessage : "");
            }
        }
        return null;
    }

    private interface Action {
        void on(SimulatedServer server);
    }

    private String step(SimulatedServer server, Action action) {
        RaftState before = server.state;
        try {
            action.on(server);
        } catch (IllegalStateException | IndexOutOfBoundsException e) {
            return "uncaught exception: " + e;
        }
        return server.state == before && server.newlyApplied.isEmpty()
                ? checks.broken() : checks.after(server, before);
    }

    private void act(SimulatedServer server) {
        int choice = random.nextInt(100);
        if (!server.up()) {
            if (choice < 10) {
                last = "recover " + server.name;
                server.start();
            }
        } else if (choice < 2) {
            fault(server);
        } else if (choice < 8) {
            request(server);
        } else if (choice < 8 + timerPercent) {
            Timer timer = Timer.values()[random.nextInt(Timer.values().length)];
            if (server.armed[timer.ordinal()]) {
                last = "fire " + server.name + " " + timer;
                server.expire(timer);
            }
        } else {
            int link = random.nextInt(servers.size());
            for (int i = 0; i < servers.size() && server.inbox.get(link).isEmpty(); i++) {
                link = (link + 1) % servers.size();
            }
            deliver(server, server.inbox.get(link));
        }
    }

    private void fault(SimulatedServer server) {
        if (world.crashes() && random.nextBoolean()) {
            if (random.nextBoolean()) {
                server.storage.crashAfter(random.nextInt(4));
            } else {
                last = "crash " + server.name;
                server.crash();
            }
        } else if (world.cuts()) {
            switch (random.nextInt(4)) {
                case 0 -> healAll();
                case 1 -> isolate(server);
                default -> cut(server.position, random.nextInt(servers.size()), random.nextInt(3) > 0);
            }
        }
    }

    /** Nothing from one server reaches another, and what is under way is lost. */
    private void cut(int from, int to, boolean now) {
        last = (now ? "cut " : "heal ") + from + " -> " + to;
        cut[from][to] = now && from != to;
        servers.get(to).inbox.get(from).clear();
    }

    private void isolate(SimulatedServer server) {
        for (int other = 0; other < servers.size(); other++) {
            cut(server.position, other, true);
            cut(other, server.position, true);
        }
    }

    private void healAll() {
        for (boolean[] row : cut) {
            Arrays.fill(row, false);
        }
    }

    private void request(SimulatedServer server) {
        int choice = random.nextInt(10);
        if (world.reads() && choice < 4) {
            last = "read " + server.name;
            checks.readBegins(++tickets);
            server.finish(server.raft.read(server.state, tickets, server.nowNanos(), server));
        } else if (world.administration() && choice == 4) {
            TransferLeadership transfer =
                    new TransferLeadership(world.servers().get(random.nextInt(servers.size())));
            last = transfer + " at " + server.name;
            server.finish(server.raft.transferLeadership(server.state, transfer, server));
        } else if (world.administration() && choice == 5) {
            List<String> target = new ArrayList<>(world.servers());
            Collections.shuffle(target, random);
            ChangeMembership change = new ChangeMembership(target.subList(0, 1 + random.nextInt(target.size())));
            last = change + " at " + server.name;
            server.finish(server.raft.changeMembership(
                    server.state, change, ++tickets, server.nowNanos(), server));
        } else if (world.retries() && limitedSessions() && choice < 7) {
            last = "open a session at " + server.name;
            server.finish(server.raft.openSession(server.state, server.nowNanos(), server));
        } else {
            command(server, world.retries() ? sessionCommand() : new ClientCommand("append w" + ++words));
        }
    }

    private boolean limitedSessions() {
        return world.features().maxSessions() > 0;
    }

    /** The next command of a session, or, if its client heard nothing, the last one again. */
    private ClientCommand sessionCommand() {
        String session = limitedSessions()
                ? Integer.toString(1 + random.nextInt(INDEXES_TRIED)) : "s" + random.nextInt(SESSIONS);
        long sequence = sequences.getOrDefault(session, 0L);
        if (sequence == 0 || random.nextInt(3) == 0) {
            sequences.put(session, ++sequence);
        }
        return new ClientCommand(session, sequence, "append " + session + "-" + sequence);
    }

    private void command(SimulatedServer server, ClientCommand command) {
        last = command + " at " + server.name;
        server.finish(server.raft.command(server.state, command, server.nowNanos(), server));
    }

    private void deliver(SimulatedServer server, List<Message> link) {
        if (link.isEmpty()) {
            return;
        }
        int at = world.unordered() ? random.nextInt(link.size()) : 0;
        int luck = world.unordered() ? random.nextInt(10) : 5;
        Message message = luck == 0 ? link.get(at) : link.remove(at);
        if (luck != 1) {
            receive(server, message);
        }
    }

    private void receive(SimulatedServer server, Message message) {
        last = "deliver to " + server.name;
        lastMessage = message;
        deliveries++;
        server.finish(server.raft.receive(server.state, message, server.nowNanos(), server));
    }

    /**
     * Lets faults end, timers run in order and messages arrive: null if a leader emerges and all
     * members apply its command within a time, else what did not happen.
     */
    String convergence() {
        healAll();
        for (SimulatedServer server : servers) {
            server.storage.neverCrash();
            if (!server.up()) {
                server.start();
            }
        }
        long end = micros + CONVERGENCE_MICROS;
        boolean handedIn = false;
        while (micros < end) {
            String violation = deliverAll();
            if (violation != null) {
                return violation;
            }
            SimulatedServer leader = leader();
            if (leader != null && knowsTheEnd(leader) && appliedBy(leader)) {
                return null;
            }
            if (leader != null && (!handedIn || random.nextInt(20) == 0)
                    && leader.state.leadership().transferTo() == null) {
                handedIn = true;
                ClientCommand again = limitedSessions()
                        ? new ClientCommand("append " + END + ++words) : new ClientCommand("end", 1, "append " + END);
                violation = step(leader, server -> command(server, again));
            }
            if (violation == null) {
                violation = nextTimer();
            }
            if (violation != null) {
                return violation;
            }
        }
        return "convergence: " + servers.stream().map(s -> s.name + "=" + s.state).toList();
    }

    private SimulatedServer leader() {
        SimulatedServer latest = null;
        for (SimulatedServer server : servers) {
            if (server.leads() && (latest == null || server.state.currentTerm() > latest.state.currentTerm())) {
                latest = server;
            }
        }
        return latest;
    }

    private boolean appliedBy(SimulatedServer leader) {
        Membership membership = leader.raft.membership(leader.state);
        return servers.stream().allMatch(server -> !membership.contains(server.name) || knowsTheEnd(server));
    }

    private static boolean knowsTheEnd(SimulatedServer server) {
        return server.words.words().stream().anyMatch(word -> word.startsWith(END));
    }

    private String deliverAll() {
        for (int left = 20_000; left > 0; left--) {
            SimulatedServer server = servers.get(left % servers.size());
            boolean any = false;
            for (List<Message> link : server.inbox) {
                if (!link.isEmpty()) {
                    any = true;
                    Message message = link.remove(0);
                    String violation = step(server, to -> receive(to, message));
                    if (violation != null) {
                        return violation;
                    }
                }
            }
            if (!any && servers.stream().allMatch(s -> s.inbox.stream().allMatch(List::isEmpty))) {
                return null;
            }
        }
        return "convergence: messages without end, the last " + lastMessage;
    }

    /** Time goes on to the timer that is due next, and it expires. */
    private String nextTimer() {
        SimulatedServer next = null;
        Timer timer = null;
        long soonest = Long.MAX_VALUE;
        for (SimulatedServer server : servers) {
            for (Timer each : Timer.values()) {
                long left = server.dueNanos[each.ordinal()] - server.nowNanos();
                if (server.armed[each.ordinal()] && left < soonest) {
                    soonest = left;
                    next = server;
                    timer = each;
                }
            }
        }
        if (next == null) {
            return "convergence: no timer is running";
        }
        micros += Math.max(0, soonest) / 1000 + 1;
        Timer due = timer;
        return step(next, server -> server.expire(due));
    }

    @Override
    public void sent(SimulatedServer from, String to, Message message) {
        SimulatedServer receiver = servers.get(world.servers().indexOf(to));
        if (receiver.up() && !cut[from.position][receiver.position]) {
            receiver.inbox.get(from.position).add(message);
        }
    }

    @Override
    public void answered(SimulatedServer server, long ticket, Answer answer) {
        if (answer instanceof Answer.Plain) {
            checks.readEnds(server, ticket, answer == Answer.Plain.READ_NOW);
        }
    }

    @Override
    public long micros() {
        return micros;
    }
}
