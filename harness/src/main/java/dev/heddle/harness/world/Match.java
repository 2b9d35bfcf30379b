package dev.heddle.harness.world;

import dev.heddle.harness.schedule.Event.Envelope;
import dev.heddle.harness.schedule.Event;
import java.util.List;

/** How exactly something pending must be what an event names. */
public enum Match {
    /** The occurrence must be the same. */
    EXACT,
    /** Failing that, the earliest equal one is taken. */
    EARLIEST;

    /** The action that an event names, or null where it is not possible now. */
    public Action find(Event event, World world) {
        return ((Findable) event).find(world, this);
    }

    /** The message, where it can be delivered now, or null. */
    public Message message(Envelope envelope, World world) {
        Channel channel = world.channel(envelope.from(), envelope.to());
        if (channel == null || !channel.deliverable()) {
            return null;
        }
        Message earliest = null;
        for (int i = 0; i < channel.choices(); i++) {
            Message m = channel.get(i);
            if (m.text().equals(envelope.text())) {
                if (m.occurrence() == envelope.occurrence()) {
                    return m;
                }
                earliest = earliest == null ? m : earliest;
            }
        }
        return this == EXACT ? null : earliest;
    }

    /** The message, where the network can lose or double it now, or null. */
    public Message exposed(Envelope envelope, World world) {
        Message message = message(envelope, world);
        return message != null && message.exposed() ? message : null;
    }

    /** The one of these timers or tasks that has this text and occurrence, or null. */
    <P extends Pending> P pick(List<P> candidates, String text, int occurrence) {
        P first = null;
        for (P p : candidates) {
            if (p.text().equals(text)) {
                if (p.occurrence() == occurrence) {
                    return p;
                }
                first = first == null || p.occurrence() < first.occurrence() ? p : first;
            }
        }
        return this == EXACT ? null : first;
    }
}
