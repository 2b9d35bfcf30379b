package dev.heddle.minimizer.engine;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.strategy.Strategy;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Channel;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Match;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.World;
import dev.heddle.minimizer.Candidate;
import dev.heddle.minimizer.EventShape;
import dev.heddle.minimizer.Matching;
import java.util.List;

/** Follows a candidate as far as it goes; for an absent message another of its kind may stand in. */
final class GuidedReplay implements Strategy {
    private final List<Event> events;
    private final Matching matching;
    private int next;

    GuidedReplay(Candidate candidate) {
        events = candidate.schedule().events();
        matching = candidate.matching();
    }

    @Override
    public Action choose(World world) {
        while (next < events.size()) {
            Event event = events.get(next++);
            Action action = Match.EARLIEST.find(event, world);
            if (action == null && matching != Matching.EQUAL && EventShape.handover(event) instanceof Deliver deliver) {
                Message message = standIn(deliver.message(), world);
                action = message == null || event == deliver ? message : insteadOf(event, message, world);
            }
            if (action != null) {
                return action;
            }
        }
        return null;
    }

    private static Action insteadOf(Event event, Message message, World world) {
        return Match.EARLIEST.find(EventShape.instead(event, (Deliver) message.toEvent()), world);
    }

    private Message standIn(Event.Envelope envelope, World world) {
        Channel channel = world.channel(envelope.from(), envelope.to());
        if (channel == null || !channel.deliverable()) {
            return null;
        }
        String kind = EventShape.kind(envelope.text());
        int choices = channel.choices();
        for (int i = 0; i < choices; i++) {
            Message message = channel.get(matching == Matching.FIRST_OF_KIND ? i : choices - 1 - i);
            if (EventShape.kind(message.text()).equals(kind)) {
                return message;
            }
        }
        return null;
    }
}
