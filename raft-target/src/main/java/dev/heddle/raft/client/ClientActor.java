package dev.heddle.raft.client;

import akka.actor.AbstractActor;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.raft.ClientCommand;
import dev.heddle.raft.ClientRead;
import dev.heddle.raft.ClientReply;
import java.util.ArrayDeque;
import java.util.Queue;
import java.util.UUID;

/**
 * A client of a Raft cluster: it finds the leader, asks again until there is an answer, and passes
 * that on to whoever asked it.
 *
 * <p>Send it a {@link Command} or a {@link Query}; the answer is a {@link ClientReply.Committed}
 * with the result, a {@link ClientReply.Result}, or a {@link ClientReply.Refused}. It works on one
 * request at a time, in the order of their arrival, and never gives up: whoever does not want to
 * wait that long stops waiting, without knowing what becomes of the request.
 *
 * <p>Its commands belong to a session and are numbered, so that one that is sent several times is
 * applied once (thesis §6.3). Each incarnation has a session of its own: one that began to count
 * anew in an old session would be given old answers.
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

    private record Request(Object toServer, ActorRef asker) {
    }

    private final ClientConfig config;
    private final String session;
    private final Queue<Request> waiting = new ArrayDeque<>();
    private long sequence;
    private Request current;
    private String leader;

    private ClientActor(ClientConfig config) {
        this.config = config;
        this.session = config.name() + "-" + UUID.randomUUID();
        this.leader = config.servers().get(0);
    }

    /** The properties of an actor for this client. */
    public static Props props(ClientConfig config) {
        return Props.create(ClientActor.class, () -> new ClientActor(config));
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(Command.class, command -> accept(new ClientCommand(session, ++sequence, command.text())))
                .match(Query.class, query -> accept(new ClientRead(session, ++sequence, query.text())))
                .matchEquals(WhoLeads.INSTANCE, question -> getSender().tell(leader, getSelf()))
                .match(Call.Answered.class, this::answered)
                .build();
    }

    private void accept(Object toServer) {
        waiting.add(new Request(toServer, getSender()));
        if (current == null) {
            beginNext();
        }
    }

    private void beginNext() {
        current = waiting.poll();
        if (current != null) {
            getContext().actorOf(Call.props(config, current.toServer(), leader));
        }
    }

    private void answered(Call.Answered answered) {
        leader = answered.by();
        current.asker().tell(answered.reply(), getSelf());
        beginNext();
    }
}
