package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** A message is lost by the network. */
public record Drop(Envelope message) implements MessageFault {
    private static final Move MOVE = new AnyMessage("drop", 0.005, 0.5) {
        @Override
        Action to(Message message, Rng rng) {
            return new Loss(message);
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "drop",
                    List.of(new Verb("drop n1 -> n2 MESSAGE #1", (form, rest) -> new Drop(form.envelope(rest)))),
                    List.of(MOVE))
            .on(NetworkKind.UDP);

    @Override
    public String line() {
        return "drop " + message.line();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return message.words(shown) + " is lost";
    }

    @Override
    public Action to(Message found) {
        return new Loss(found);
    }

    private record Loss(Message message) implements Action {
        @Override
        public void applyTo(World world) {
            world.network().remove(message);
        }

        @Override
        public Event toEvent() {
            return new Drop(message.envelope());
        }
    }
}
