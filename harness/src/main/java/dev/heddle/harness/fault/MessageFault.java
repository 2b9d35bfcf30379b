package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Findable;
import dev.heddle.harness.world.Hindrance;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import java.util.List;

/** What the network does to one message that it carries from node to node. */
interface MessageFault extends Findable, Event.External {
    /** The message's name. */
    Envelope message();

    /** What it does to the message that was found, or null where that is not possible. */
    Action to(Message found);

    @Override
    default List<String> nodes() {
        return List.of(message().receivingNode());
    }

    @Override
    default Action find(World world, Match match) {
        Message found = match.exposed(message(), world);
        return found == null ? null : to(found);
    }

    @Override
    default String hindrance(World world) {
        return Hindrance.ofMessage(message(), world);
    }

    /** One of the messages that could be delivered next, if the network can do something to it. */
    abstract class AnyMessage extends Move {
        AnyMessage(String name, double low, double high) {
            super(name, low, high);
        }

        /** What is done to the message, or null where that is not possible. */
        abstract Action to(Message message, Rng rng);

        @Override
        public final int count(World world) {
            return world.network().messageCount();
        }

        @Override
        public final Action at(World world, int i, Rng rng) {
            Message message = world.network().message(i);
            return message.exposed() ? to(message, rng) : null;
        }
    }
}
