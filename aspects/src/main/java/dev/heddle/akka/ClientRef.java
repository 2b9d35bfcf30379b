package dev.heddle.akka;

import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.ActorRefProvider;
import dev.heddle.harness.world.Endpoint;

/**
 * The address of a client as one of its commands shows it; what is sent to it is an answer to that
 * command, which arrives at once.
 *
 * <p>All addresses of a client are equal, as it is one client: only the instance tells the command.
 */
final class ClientRef extends AddressRef {
    private static final long serialVersionUID = 1;

    private final transient Steering steering;
    private final transient Endpoint endpoint;
    private final int operation;

    ClientRef(Steering steering, ActorRefProvider provider, ActorPath path, Endpoint endpoint, int operation) {
        super(provider, path);
        this.steering = steering;
        this.endpoint = endpoint;
        this.operation = operation;
    }

    @Override
    public void $bang(Object message, ActorRef sender) {
        steering.respond(endpoint, operation, message);
    }
}
