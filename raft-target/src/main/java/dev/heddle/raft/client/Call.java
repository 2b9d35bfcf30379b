package dev.heddle.raft.client;

import akka.actor.AbstractActorWithTimers;
import akka.actor.ActorRef;
import akka.actor.Props;
import dev.heddle.raft.ClientReply;
import java.time.Duration;

/**
 * One request of a client, from its first attempt to its answer. It is an actor of its own since
 * servers answer whoever asked: the late second answer to a request cannot be taken for the answer
 * to the next.
 */
final class Call extends AbstractActorWithTimers {

    /** To the parent: the request has this answer. */
    record Answered(ClientReply reply, String by) {
    }

    /** A timer: it is time for the next attempt, whether or not there will be an answer to the last. */
    private enum Timer {
        TRY_NEXT
    }

    private final ClientConfig config;
    private final Object request;
    private String server;
    private int redirections;

    private Call(ClientConfig config, Object request, String firstServer) {
        this.config = config;
        this.request = request;
        this.server = firstServer;
    }

    static Props props(ClientConfig config, Object request, String firstServer) {
        return Props.create(Call.class, () -> new Call(config, request, firstServer));
    }

    @Override
    public void preStart() {
        attempt();
    }

    @Override
    public Receive createReceive() {
        return receiveBuilder()
                .match(ClientReply.NotLeader.class, reply -> redirected(reply.leader()))
                .match(ClientReply.class, this::answered)
                .matchEquals(Timer.TRY_NEXT, timer -> attemptAtNext())
                .build();
    }

    private void attempt() {
        ActorRef actor = config.peers().apply(server);
        if (actor != null) {
            actor.tell(request, getSelf());
        }
        tryNextIn(actor != null ? config.attemptTimeout() : config.pause());
    }

    private void tryNextIn(Duration delay) {
        getTimers().startSingleTimer(Timer.TRY_NEXT, Timer.TRY_NEXT, delay);
    }

    private void attemptAtNext() {
        redirections = 0;
        int position = config.servers().indexOf(server);
        server = config.servers().get((position + 1) % config.servers().size());
        attempt();
    }

    /**
     * Follows a server's hint at once, though not for ever: servers that each take another for the
     * leader would keep a client running in circles.
     */
    private void redirected(String leader) {
        if (leader == null || leader.equals(server) || ++redirections > config.servers().size()) {
            tryNextIn(config.pause());
        } else {
            server = leader;
            attempt();
        }
    }

    private void answered(ClientReply reply) {
        getContext().getParent().tell(new Answered(reply, server), getSelf());
        getContext().stop(getSelf());
    }
}
