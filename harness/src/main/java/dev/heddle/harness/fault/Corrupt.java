package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** A message becomes another one on its way, of a text and an occurrence of its own: one of its variants, from 1. */
public record Corrupt(Envelope message, int variant) implements MessageFault {
    private static final String VARIANT = " variant ";
    private static final Move MOVE = new AnyMessage("corrupt", 0.001, 0.1) {
        @Override
        Action to(Message message, Rng rng) {
            int variants = message.corruptions().size();
            return variants == 0 ? null : corruption(message, 1 + rng.nextInt(variants));
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "corrupt",
                    List.of(new Verb("corrupt n1 -> n2 MESSAGE #1 variant 1", Corrupt::read)),
                    List.of(MOVE))
            .byzantine();

    private static Event read(Form form, String rest) {
        int mark = rest.lastIndexOf(VARIANT);
        if (mark < 0) {
            throw form.mismatch();
        }
        return new Corrupt(
                form.envelope(rest.substring(0, mark)), form.number(rest.substring(mark + VARIANT.length())));
    }

    private static Action corruption(Message message, int variant) {
        List<? extends Message> variants = message.corruptions();
        return variant > variants.size() ? null : new Corruption(message, variant, variants.get(variant - 1));
    }

    @Override
    public String line() {
        return "corrupt " + message.line() + VARIANT + variant;
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return message.words(shown) + " is corrupted, variant " + variant;
    }

    @Override
    public Action to(Message found) {
        return corruption(found, variant);
    }

    private record Corruption(Message message, int variant, Message other) implements Action {
        @Override
        public void applyTo(World world) {
            world.corrupt(message, other);
        }

        @Override
        public Event toEvent() {
            return new Corrupt(message.envelope(), variant);
        }
    }
}
