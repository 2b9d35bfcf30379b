package dev.heddle.raft;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import java.time.Duration;
import java.util.Random;

/**
 * A server of a Raft cluster as an actor: the shell around {@link Raft} that makes its state
 * durable, and only then sends its messages, sets its timers, applies what is committed and answers
 * clients.
 *
 * <p>It understands {@link Message} from the other servers and {@link ClientCommand} from clients,
 * who get a {@link ClientReply}. It stops when its storage throws a {@link StorageException}. What
 * its state machine throws is not caught: its supervisor decides, and a restarted server continues
 * from its storage.
 */
public final class RaftActor extends AbstractActorWithTimers {

    private static final Timer[] TIMERS = Timer.values();

    private final RaftConfig config;
    private final Raft raft;
    private final StateMachine stateMachine;
    private final Outbox outbox = new Outbox();
    private final WaitingClients clients = new WaitingClients();
    private final Random random = new Random();
    private final long electionMinMillis;
    private final int electionSpreadMillis;
    private RaftState state;

    /** Use {@link #props(RaftConfig)} outside tests. */
    public RaftActor(RaftConfig config) {
        this.config = config;
        this.raft = new Raft(config.self(), config.servers(), config.rules());
        this.stateMachine = config.stateMachine().get();
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

    /** The state machine of this incarnation. */
    public StateMachine stateMachine() {
        return stateMachine;
    }

    @Override
    public void preStart() {
        try {
            state = raft.start(config.storage().recover(), outbox);
            releaseEffects();
        } catch (StorageException e) {
            stop(e);
        }
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder().matchAny(this::handle).build();
    }

    private void handle(Object input) {
        outbox.clear();
        RaftState before = state;
        if (input instanceof Message message) {
            finish(before, raft.receive(before, message, outbox));
        } else if (input instanceof Timer timer) {
            finish(before, raft.expired(before, timer, outbox));
        } else if (input instanceof ClientCommand command) {
            handleCommand(before, command);
        } else {
            unhandled(input);
        }
    }

    private void handleCommand(RaftState before, ClientCommand command) {
        RaftState after = raft.command(before, command, outbox);
        if (after == before) {
            getSender().tell(new ClientReply.NotLeader(before.leader()), getSelf());
            return;
        }
        clients.add(after, getSender());
        finish(before, after);
    }

    /**
     * Ends a step. The order matters: nothing leaves that is not durable (Figure 2), and clients
     * hear only of what is applied (§5.3).
     */
    private void finish(RaftState before, RaftState after) {
        if (after != before) {
            try {
                config.rules().durability().persist(before, after, config.storage());
            } catch (StorageException e) {
                stop(e);
                return;
            }
            state = after;
        }
        releaseEffects();
        if (after.lastApplied() > before.lastApplied()) {
            apply(before.lastApplied(), after);
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
        outbox.clear();
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

    private void apply(long alreadyApplied, RaftState after) {
        for (long index = alreadyApplied + 1; index <= after.lastApplied(); index++) {
            if (after.log().entryAt(index).command() instanceof ClientCommand command) {
                stateMachine.apply(index, command.text());
            }
        }
        if (!clients.isEmpty()) {
            clients.answerApplied(after, getSelf());
        }
    }
}
