package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** An exception is thrown into a handler as it is entered: what was handed over is lost, supervision does the rest. */
public record ThrowFault(Handover during) implements Findable, Event.External, Event.Delivery {
    private static final String DURING = " during ";
    private static final Move MOVE = new Move("exception", 0.001, 0.1) {
        @Override
        public int count(World world) {
            return HandoverAttempt.count(world);
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return new Attempt(HandoverAttempt.at(world, i));
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "exception",
                    List.of(new Verb("throw n1 during deliver n2 -> n1 MESSAGE #1", ThrowFault::read)),
                    List.of(MOVE))
            .harsh();

    private static Event read(Form form, String rest) {
        int during = rest.indexOf(DURING);
        if (during < 0) {
            throw form.mismatch();
        }
        return new ThrowFault(
                HandoverAttempt.read(form, rest.substring(0, during), rest.substring(during + DURING.length())));
    }

    @Override
    public String line() {
        return "throw " + HandoverAttempt.nodeOf(during) + DURING + during.line();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return during.words(shown) + ", but an exception is thrown before it is handled";
    }

    @Override
    public List<String> nodes() {
        return during.nodes();
    }

    @Override
    public String hindrance(World world) {
        return during.hindrance(world);
    }

    @Override
    public Action find(World world, Match match) {
        Pending pending = during.find(world, match);
        return pending == null ? null : new Attempt(pending);
    }

    private static final class Attempt extends HandoverAttempt {
        Attempt(Pending pending) {
            super(pending);
        }

        @Override
        boolean attempt(World world, Pending handedOver) {
            return world.throwInto(handedOver);
        }

        @Override
        Event intended(Handover handover) {
            return new ThrowFault(handover);
        }
    }
}
