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

/** A message is sent once more by the network. */
public record Duplicate(Envelope message) implements MessageFault {
    private static final Move MOVE = new AnyMessage("duplicate", 0.005, 0.5) {
        @Override
        Action to(Message message, Rng rng) {
            return new Doubling(message);
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "duplicate",
                    List.of(new Verb(
                            "duplicate n1 -> n2 MESSAGE #1", (form, rest) -> new Duplicate(form.envelope(rest)))),
                    List.of(MOVE))
            .on(NetworkKind.UDP);

    @Override
    public String line() {
        return "duplicate " + message.line();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return message.words(shown) + " is under way once more";
    }

    @Override
    public Action to(Message found) {
        return new Doubling(found);
    }

    private record Doubling(Message message) implements Action {
        @Override
        public void applyTo(World world) {
            world.duplicate(message);
        }

        @Override
        public Event toEvent() {
            return new Duplicate(message.envelope());
        }
    }
}
