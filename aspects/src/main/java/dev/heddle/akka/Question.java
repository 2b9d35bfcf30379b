package dev.heddle.akka;

import akka.dispatch.Envelope;
import akka.pattern.PromiseActorRef;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Node;

/** A question that a node asked ({@code ask}) and that waits for its answer. */
final class Question extends Receiver {
    private final Steering steering;
    private final PromiseActorRef promise;
    private final Endpoint endpoint;
    private final int incarnation;

    Question(Steering steering, PromiseActorRef promise, Endpoint endpoint) {
        this.steering = steering;
        this.promise = promise;
        this.endpoint = endpoint;
        incarnation = endpoint.node().incarnation();
    }

    @Override
    Endpoint endpoint() {
        return endpoint;
    }

    /** The answer reaches the incarnation that asked, or nobody. */
    @Override
    void accept(Envelope envelope) {
        Node node = endpoint.node();
        if (node.incarnation() == incarnation) {
            steering.runStep(() -> {
                steering.questions().close(promise);
                promise.tell(envelope.message(), envelope.sender());
            });
        }
    }

    /** Ends it without an answer. */
    void abandon() {
        promise.stop();
    }
}
