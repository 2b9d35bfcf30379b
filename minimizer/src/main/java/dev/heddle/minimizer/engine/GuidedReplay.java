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
                action = standIn(event, deliver.message(), world);
            }
            if (action != null) {
                return action;
            }
        }
        return null;
    }

    private Action standIn(Event event, Event.Envelope envelope, World world) {
        Channel channel = world.channel(envelope.from(), envelope.to());
        if (channel == null || !channel.deliverable()) {
            return null;
        }
        int place = matching == Matching.IN_TURN
                ? anywhere(channel, envelope.text()) : ofItsKind(channel, EventShape.kind(envelope.text()));
        if (place >= channel.choices()) {
            // It is not its turn yet: first what stands before it, and then this event again.
            next--;
            return channel.get(0);
        }
        return place < 0 ? null : happening(event, channel.get(place), world);
    }

    private static Action happening(Event event, Message message, World world) {
        return event instanceof Deliver
                ? message
                : Match.EARLIEST.find(EventShape.instead(event, (Deliver) message.toEvent()), world);
    }

    /** The place of the first with that text; failing that, of the first of its kind; or -1. */
    private static int anywhere(Channel channel, String text) {
        int ofItsKind = -1;
        for (int i = 0; i < channel.size(); i++) {
            String other = channel.get(i).text();
            if (other.equals(text)) {
                return i;
            } else if (ofItsKind < 0 && EventShape.kind(other).equals(EventShape.kind(text))) {
                ofItsKind = i;
            }
        }
        return ofItsKind;
    }

    /** The place of the first or the last one of that kind among those that can be delivered, or -1. */
    private int ofItsKind(Channel channel, String kind) {
        int choices = channel.choices();
        for (int i = 0; i < choices; i++) {
            int place = matching == Matching.FIRST_OF_KIND ? i : choices - 1 - i;
            if (EventShape.kind(channel.get(place).text()).equals(kind)) {
                return place;
            }
        }
        return -1;
    }
}
