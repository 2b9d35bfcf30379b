package dev.heddle.akka;

import akka.actor.ActorPath;
import akka.actor.ActorRef;
import akka.actor.ActorRefProvider;
import dev.heddle.harness.world.Endpoint;

/** The address of a client; what is sent to it is an answer, which arrives at once. */
final class ClientRef extends AddressRef {
    private static final long serialVersionUID = 1;

    private final transient Steering steering;
    private transient Endpoint endpoint;

    ClientRef(Steering steering, ActorRefProvider provider, ActorPath path) {
        super(provider, path);
        this.steering = steering;
    }

    /** The client's endpoint in the present execution. */
    void endpoint(Endpoint current) {
        endpoint = current;
    }

    @Override
    public void $bang(Object message, ActorRef sender) {
        steering.respond(endpoint, message);
    }
}
