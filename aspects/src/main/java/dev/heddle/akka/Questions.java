package dev.heddle.akka;

import akka.actor.ActorRef;
import akka.pattern.PromiseActorRef;
import dev.heddle.harness.world.Endpoint;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * The questions of all nodes that have no answer yet. Once one is answered, Akka itself deals with
 * what else is sent there.
 */
final class Questions {
    private final Steering steering;
    /** By the name of the path that the answer is sent to. */
    private final Map<String, Question> open = new LinkedHashMap<>();

    Questions(Steering steering) {
        this.steering = steering;
    }

    /** A question was asked; only nodes' are looked after. */
    void open(PromiseActorRef promise) {
        NodeSlot slot = steering.slot();
        if (slot != null) {
            Endpoint asker = steering.port().endpoint(slot.node(), slot.name() + Population.ASKER);
            // Akka would give it a path when somebody first asks for it, which may be a log or a trace.
            open.put(promise.path().name(), new Question(steering, promise, asker));
        }
    }

    void close(PromiseActorRef promise) {
        open.remove(promise.path().name());
    }

    /** Whether the answer waits to be delivered; otherwise Akka goes on with it. */
    boolean takes(PromiseActorRef promise, Object message, ActorRef sender) {
        Question question = open.isEmpty() ? null : open.get(promise.path().name());
        if (question != null) {
            steering.send(question, message, sender);
        }
        return question != null;
    }

    /** Ends what crashed nodes left open, which else would stay registered for ever. */
    void abandon() {
        List<Question> left = List.copyOf(open.values());
        open.clear();
        left.forEach(Question::abandon);
    }
}
