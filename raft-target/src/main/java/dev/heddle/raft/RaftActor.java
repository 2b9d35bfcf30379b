package dev.heddle.raft;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import java.time.Duration;
import java.util.List;
import java.util.Random;

/**
 * A server of a Raft cluster as an actor: the shell around {@link Raft} that makes its state
 * durable, and only then sends its messages, sets its timers, applies what is committed and answers
 * clients.
 *
 * <p>It understands {@link Message} from the other servers, and {@link ClientCommand}, {@link
 * OpenSession}, {@link ClientRead}, {@link ChangeMembership} and {@link TransferLeadership} from clients, who get a
 * {@link ClientReply}. It stops when its storage throws a {@link StorageException}. What its state
 * machine throws is not caught: its supervisor decides, and a restarted server continues from its
 * storage.
 */
public final class RaftActor extends AbstractActorWithTimers {

    private static final Timer[] TIMERS = Timer.values();

    private final RaftConfig config;
    private final Raft raft;
    private final AppliedState applied;
    private final boolean needsClock;
    private final Outbox outbox = new Outbox();
    private final WaitingClients clients;
    private final Random random = new Random();
    private final long electionMinMillis;
    private final int electionSpreadMillis;
    private RaftState state;

    /** Use {@link #props(RaftConfig)} outside tests. */
    public RaftActor(RaftConfig config) {
        this.config = config;
        this.raft = new Raft(config.setup());
        this.applied = new AppliedState(config.stateMachine().get(), config.rules().clients(),
                config.features().maxSessions());
        this.clients = new WaitingClients(config.rules().clients());
        this.needsClock = config.features().needClock();
        this.electionMinMillis = config.timing().electionMin().toMillis();
        this.electionSpreadMillis =
                Math.toIntExact(config.timing().electionMax().toMillis() - electionMinMillis);
    }

    /** The properties of an actor for this server. */
    public static Props props(RaftConfig config) {
        return Props.create(RaftActor.class, () -> new RaftActor(config));
    }

    /** What this server knows; to be read between two messages. Null until the actor has started. */
    public RaftState state() {
        return state;
    }

    /**
     * All that decides what this server does next besides what is on its storage, as an immutable value: two
     * servers of one name that are equal in it behave alike.
     */
    public Object memory() {
        return state == null ? List.of() : List.of(state, applied.snapshot(), clients.waiting());
    }

    /** The state machine of this incarnation. */
    public StateMachine stateMachine() {
        return applied.machine();
    }

    /** The membership in force at this server (§6); null until the actor has started. */
    public Membership membership() {
        return state == null ? null : raft.membership(state);
    }

    @Override
    public void preStart() {
        try {
            Recovered recovered = config.storage().recover();
            RaftState started = raft.start(recovered, nowNanos(), outbox);
            if (recovered.log().snapshot() != null) {
                applied.restore(recovered.log().snapshot().data());
            }
            state = started;
            releaseEffects();
            outbox.clear();
        } catch (StorageException e) {
            stop(e);
        }
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchAny(this::handle).build();
    }

    /** The server's own clock, by which intervals are measured; it is not read where nothing depends on it. */
    private long nowNanos() {
        return needsClock ? System.nanoTime() : 0;
    }

    private void handle(Object input) {
        outbox.clear();
        RaftState before = state;
        if (input instanceof Message message) {
            finish(before, raft.receive(before, message, nowNanos(), outbox));
        } else if (input instanceof Timer timer) {
            finish(before, raft.expired(before, timer, nowNanos(), outbox));
        } else if (input instanceof ClientCommand command) {
            finishAppending(before, raft.command(before, command, nowNanos(), outbox));
        } else if (input instanceof OpenSession) {
            finishAppending(before, raft.openSession(before, nowNanos(), outbox));
        } else if (input instanceof ClientRead read) {
            finish(before, raft.read(before, clients.ask(read, getSender()), nowNanos(), outbox));
        } else if (input instanceof ChangeMembership change) {
            finish(before, raft.changeMembership(before, change, clients.ask(null, getSender()), nowNanos(), outbox));
        } else if (input instanceof TransferLeadership transfer) {
            handleTransfer(before, transfer);
        } else {
            unhandled(input);
        }
    }

    private void answer(ClientReply reply) {
        getSender().tell(reply, getSelf());
    }

    /** Ends a step that appended what a client asked for, or nothing. */
    private void finishAppending(RaftState before, RaftState after) {
        if (after == before) {
            answer(new ClientReply.NotLeader(before.leaderToAsk()));
            return;
        }
        clients.add(before, getSender());
        finish(before, after);
    }

    private void handleTransfer(RaftState before, TransferLeadership transfer) {
        if (before.role() != Role.LEADER) {
            answer(new ClientReply.NotLeader(before.leader()));
            return;
        }
        String refusal = raft.refusal(before, transfer);
        answer(refusal == null ? new ClientReply.TransferBegun(transfer.to()) : new ClientReply.Refused(refusal));
        finish(before, raft.transferLeadership(before, transfer, outbox));
    }

    /**
     * Ends a step. The order matters: nothing leaves that is not durable (Figure 2), and clients
     * hear only of what is applied (§5.3).
     */
    private void finish(RaftState before, RaftState after) {
        if (!makeDurable(before, after)) {
            return;
        }
        releaseEffects();
        clients.takeDownAppended(outbox.answers(), after);
        if (after.lastApplied() > before.lastApplied()) {
            apply(before.lastApplied(), after);
        }
        for (Outbox.Ticketed answer : outbox.answers()) {
            clients.answer(answer, after, applied, getSelf());
        }
        outbox.clear();
        int compactEvery = config.features().compactEvery();
        if (compactEvery > 0 && after.lastApplied() - after.log().baseIndex() >= compactEvery) {
            makeDurable(after, raft.compact(after, applied.snapshot()));
        }
    }

    /** Makes the step's state durable and this server's, or stops. */
    private boolean makeDurable(RaftState before, RaftState after) {
        if (after == before) {
            return true;
        }
        try {
            config.rules().durability().persist(before, after, config.storage());
            state = after;
            return true;
        } catch (StorageException e) {
            stop(e);
            return false;
        }
    }

    /** Ends this server before any effect of the step leaves: what a failed write left behind is not known. */
    private void stop(StorageException reason) {
        outbox.clear();
        getContext().getSystem().log().error(reason, "{} stops, as its storage failed", config.self());
        getContext().stop(getSelf());
    }

    private void releaseEffects() {
        for (int i = 0; i < outbox.size(); i++) {
            send(outbox.peer(i), outbox.message(i));
        }
        if (outbox.timersChanged()) {
            for (Timer timer : TIMERS) {
                set(timer, outbox.change(timer));
            }
        }
    }

    private void send(String peer, Message message) {
        ActorRef actor = config.peers().apply(peer);
        if (actor != null) {
            actor.tell(message, getSelf());
        }
    }

    private void set(Timer timer, Outbox.Change change) {
        switch (change) {
            case NONE -> { }
            case CANCEL -> getTimers().cancel(timer);
            case ARM -> {
                switch (timer) {
                    case ELECTION -> getTimers().startSingleTimer(timer, timer, electionTimeout());
                    case HEARTBEAT -> getTimers().startTimerWithFixedDelay(timer, timer, config.timing().heartbeat());
                    case RETRY -> getTimers().startTimerWithFixedDelay(timer, timer, config.timing().retry());
                }
            }
        }
    }

    private Duration electionTimeout() {
        return Duration.ofMillis(electionMinMillis + random.nextInt(electionSpreadMillis + 1));
    }

    /** Hands the state machine what is committed: a snapshot if the log begins behind what it has, and entries. */
    private void apply(long alreadyApplied, RaftState after) {
        Log log = after.log();
        if (log.baseIndex() > alreadyApplied) {
            applied.restore(log.snapshot().data());
        }
        long first = Math.max(alreadyApplied, log.baseIndex()) + 1;
        AppliedState.Result[] results = new AppliedState.Result[(int) (after.lastApplied() - first) + 1];
        for (long index = first; index <= after.lastApplied(); index++) {
            results[(int) (index - first)] = applied.apply(index, log.entryAt(index).command());
        }
        if (clients.waitForEntries()) {
            clients.answerApplied(after, results, getSelf());
        }
    }
}
