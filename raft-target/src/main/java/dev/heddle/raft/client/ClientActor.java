package dev.heddle.raft.client;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.ClientReply;
import dev.heddle.raft.OpenSession;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/**
 * A client of a Raft cluster: it finds the leader, asks again until there is an answer, and passes
 * that on to whoever asked it.
 *
 * <p>Send it a {@link Command} or a {@link Query}; the answer is a {@link ClientReply.Committed}
 * with the result, a {@link ClientReply.Result}, a {@link ClientReply.SessionExpired}, or a {@link
 * ClientReply.Refused}. It works on one
 * request at a time, in the order of their arrival, and never gives up: whoever does not want to
 * wait that long stops waiting, without knowing what becomes of the request.
 *
 * <p>Its commands belong to a session and are numbered, so that one that is sent several times is
 * applied once (thesis §6.3). Each incarnation has a session of its own: one that began to count
 * anew in an old session would be given old answers. Servers that limit sessions hand them out ({@link
 * ClientConfig#withOpenedSessions}), and may have forgotten the client's when its next command comes. Whether
 * that command was applied before nobody can tell then, so it is not sent again: whoever asked for it is told
 * that its session has expired. Only the next command opens another one.
 */
public final class ClientActor extends AbstractActor {

    /** Apply this command to the state machine. */
    public record Command(String text) {
    }

    /** Ask the state machine this question. */
    public record Query(String text) {
    }

    /** Which server answered last, and so led then? The answer is its name; before the first answer a guess. */
    public enum WhoLeads {
        INSTANCE
    }

    private record Request(Object asked, ActorRef asker) {
    }

    private final ClientConfig config;
    /** Null before one is opened. */
    private String session;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private long sequence;
    private Request current;
    private String leader;

    private ClientActor(ClientConfig config) {
        this.config = config;
        this.session = config.opensSessions() ? null : config.name() + "-" + UUID.randomUUID();
        this.leader = config.servers().get(0);
    }

    /** The properties of an actor for this client. */
    public static Props props(ClientConfig config) {
        return Props.create(ClientActor.class, () -> new ClientActor(config));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Command.class, this::accept)
                .match(Query.class, this::accept)
                .matchEquals(WhoLeads.INSTANCE, question -> getSender().tell(leader, getSelf()))
                .match(Call.Answered.class, this::answered)
                .build();
    }

    private void accept(Object asked) {
        waiting.add(new Request(asked, getSender()));
        if (current == null) {
            beginNext();
        }
    }

    private void beginNext() {
        current = waiting.poll();
        if (current != null) {
            call();
        }
    }

    private void call() {
        Object toServer = !(current.asked() instanceof Command command)
                ? new ClientRead(session == null ? "" : session, ++sequence, ((Query) current.asked()).text())
                : session == null ? new OpenSession()
                : new ClientCommand(session, ++sequence, command.text());
        getContext().actorOf(Call.props(config, toServer, leader));
    }

    private void answered(Call.Answered answered) {
        leader = answered.by();
        boolean opened = session == null && current.asked() instanceof Command;
        if (opened && answered.reply() instanceof ClientReply.Committed committed) {
            session = committed.result();
            call();
            return;
        }
        if (config.opensSessions() && answered.reply() instanceof ClientReply.SessionExpired) {
            session = null;
        }
        current.asker().tell(answered.reply(), getSelf());
        beginNext();
    }
}
