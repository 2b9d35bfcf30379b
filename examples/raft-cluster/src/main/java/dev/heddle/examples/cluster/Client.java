package dev.heddle.examples.cluster;

import akka.actor.ActorRef;
import akka.pattern.Patterns;
import dev.heddle.raft.ClientReply;
import dev.heddle.raft.client.ClientActor;
import java.time.Duration;
import java.util.concurrent.CompletionStage;

/** A client's actor, with futures for answers. */
record Client(ActorRef actor) {

    private static final Duration TIMEOUT = Duration.ofMinutes(5);

    /** Completes with the answer once the command is committed and applied. */
    CompletionStage<ClientReply> command(String text) {
        return Patterns.ask(actor, new ClientActor.Command(text), TIMEOUT).thenApply(ClientReply.class::cast);
    }

    /** Completes with the answer of a leader that made sure that it still leads. */
    CompletionStage<ClientReply> query(String text) {
        return Patterns.ask(actor, new ClientActor.Query(text), TIMEOUT).thenApply(ClientReply.class::cast);
    }

    /** Completes with the name of the server that answered this client last. */
    CompletionStage<String> leader() {
        return Patterns.ask(actor, ClientActor.WhoLeads.INSTANCE, TIMEOUT).thenApply(String.class::cast);
    }
}
