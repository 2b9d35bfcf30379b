package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.schedule.Verb;
import java.util.List;
import java.util.function.UnaryOperator;

/** A message is handed to its receiver. */
public record Deliver(Envelope message) implements Handover {
    /** How it is read. */
    public static final Verb VERB =
            new Verb("deliver n1 -> n2 MESSAGE #1", (form, rest) -> new Deliver(form.envelope(rest)));

    @Override
    public String line() {
        return "deliver " + message.line();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return message.to() + " gets " + shown.apply(message.text()) + " from " + message.from();
    }

    @Override
    public List<String> nodes() {
        return List.of(message.receivingNode());
    }

    @Override
    public Pending find(World world, Match match) {
        return match.message(message, world);
    }

    @Override
    public String hindrance(World world) {
        return Hindrance.ofMessage(message, world);
    }
}
