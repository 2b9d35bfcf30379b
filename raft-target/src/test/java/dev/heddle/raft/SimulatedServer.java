package dev.heddle.raft;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;

/** One server of a simulation: what {@link RaftActor} does around {@link Raft}, without an actor. */
final class SimulatedServer implements Effects {

    /** The surroundings of a server. */
    interface Surroundings {
        void sent(SimulatedServer from, String to, Message message);

        void answered(SimulatedServer server, long ticket, Answer answer);

        /** Microseconds since the simulation began. */
        long micros();
    }

    final String name;
    final int position;
    final Raft raft;
    final SimulatedStorage storage = new SimulatedStorage();
    final boolean[] armed = new boolean[Timer.values().length];
    final long[] dueNanos = new long[Timer.values().length];
    final List<List<Message>> inbox = new ArrayList<>();
    /** What was handed to the state machine since the checks last looked. */
    final List<Applied> newlyApplied = new ArrayList<>();
    RaftState state;
    AppliedState applied;
    WordList words;
    private final World world;
    private final Rules rules;
    private final Random random;
    private final Surroundings surroundings;
    private final double clockRate;
    private final List<Outbox.Ticketed> answers = new ArrayList<>();
    private final List<String> peers = new ArrayList<>();
    private final List<Message> messages = new ArrayList<>();

    /** One entry or snapshot; without an entry it is a snapshot. */
    record Applied(long index, Entry entry, String result, Snapshot snapshot) {
    }

    SimulatedServer(int position, World world, Rules rules, Random random, Surroundings surroundings) {
        this.position = position;
        this.name = world.servers().get(position);
        this.world = world;
        this.rules = rules;
        this.random = random;
        this.surroundings = surroundings;
        this.raft = new Raft(new RaftSetup(name, world.servers(), world.members(), world.features(),
                Timing.standard(), rules));
        int skew = world.clockSkewPercent();
        this.clockRate = 1 + (skew == 0 ? 0 : random.nextInt(2 * skew + 1) - skew) / 100.0;
        for (int i = 0; i < world.servers().size(); i++) {
            inbox.add(new ArrayList<>());
        }
    }

    boolean up() {
        return state != null;
    }

    boolean leads() {
        return up() && state.role() == Role.LEADER;
    }

    long nowNanos() {
        return (long) (surroundings.micros() * 1000 * clockRate);
    }

    void start() {
        words = new WordList();
        applied = new AppliedState(words, rules.clients(), world.features().maxSessions());
        RaftState started = raft.start(storage.recover(), nowNanos(), this);
        if (started.log().snapshot() != null) {
            restore(started.log().snapshot());
        }
        state = started;
        release();
    }

    void crash() {
        storage.crash(random);
        state = null;
        forget();
        Arrays.fill(armed, false);
        for (List<Message> link : inbox) {
            link.clear();
        }
    }

    private void forget() {
        peers.clear();
        messages.clear();
        answers.clear();
    }

    /** The end of a step, in the order of {@link RaftActor}. */
    void finish(RaftState after) {
        RaftState before = state;
        try {
            persist(after);
        } catch (SimulatedStorage.Crash crash) {
            crash();
            return;
        }
        release();
        if (after.lastApplied() > before.lastApplied()) {
            apply(before.lastApplied(), after);
        }
        for (Outbox.Ticketed answer : answers) {
            surroundings.answered(this, answer.ticket(), answer.answer());
        }
        answers.clear();
        int every = world.features().compactEvery();
        if (every > 0 && after.lastApplied() - after.log().baseIndex() >= every) {
            try {
                persist(raft.compact(after, applied.snapshot()));
            } catch (SimulatedStorage.Crash crash) {
                crash();
            }
        }
    }

    private void persist(RaftState after) {
        if (after != state) {
            rules.durability().persist(state, after, storage);
            state = after;
        }
    }

    private void release() {
        for (int i = 0; i < messages.size(); i++) {
            surroundings.sent(this, peers.get(i), messages.get(i));
        }
        peers.clear();
        messages.clear();
    }

    private void apply(long alreadyApplied, RaftState after) {
        Log log = after.log();
        if (log.baseIndex() > alreadyApplied) {
            restore(log.snapshot());
        }
        for (long index = Math.max(alreadyApplied, log.baseIndex()) + 1; index <= after.lastApplied(); index++) {
            Entry entry = log.entryAt(index);
            newlyApplied.add(new Applied(index, entry, applied.apply(index, entry.command()).text(), null));
        }
    }

    private void restore(Snapshot snapshot) {
        applied.restore(snapshot.data());
        newlyApplied.add(new Applied(snapshot.lastIndex(), null, null, snapshot));
    }

    @Override
    public void send(String peer, Message message) {
        peers.add(peer);
        messages.add(message);
    }

    @Override
    public void arm(Timer timer) {
        armed[timer.ordinal()] = true;
        int millis = timer == Timer.ELECTION ? 150 + random.nextInt(151) : 50;
        dueNanos[timer.ordinal()] = nowNanos() + millis * 1_000_000L;
    }

    @Override
    public void cancel(Timer timer) {
        armed[timer.ordinal()] = false;
    }

    /** A timer expires; one that repeats is armed again. */
    void expire(Timer timer) {
        armed[timer.ordinal()] = timer != Timer.ELECTION;
        dueNanos[timer.ordinal()] = nowNanos() + 50_000_000L;
        finish(raft.expired(state, timer, nowNanos(), this));
    }

    @Override
    public void answer(long ticket, Answer answer) {
        answers.add(new Outbox.Ticketed(ticket, answer));
    }
}
