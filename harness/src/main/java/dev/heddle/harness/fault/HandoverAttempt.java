package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Vocabulary;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Run;
import dev.heddle.harness.world.World;
import java.util.List;

/**
 * Something handed over in whose handler a fault is to happen.
 *
 * <p>Whether it comes to that shows only then: where it did not, what happened is the handing over, and
 * that is what the record says.
 */
abstract class HandoverAttempt implements Action {
    private static final Vocabulary HANDOVERS = new Vocabulary(List.of(Deliver.VERB, Fire.VERB, Run.VERB));

    private final Pending pending;
    private boolean failed;

    HandoverAttempt(Pending pending) {
        this.pending = pending;
    }

    /** The node at stake. */
    static String nodeOf(Handover handover) {
        return handover.nodes().get(0);
    }

    /** The event of what is handed over, where its line stands within another. */
    static Handover read(Form form, String node, String line) {
        Handover handover = (Handover) HANDOVERS.parse(line);
        if (!nodeOf(handover).equals(form.name(node))) {
            throw new IllegalArgumentException("the fault is in '" + node + "', but it is '" + nodeOf(handover)
                    + "' that something is handed to");
        }
        return handover;
    }

    /** How much could be handed over now. */
    static int count(World world) {
        return world.network().messageCount() + world.timerCount() + world.tasks().size();
    }

    /** The i-th of it. */
    static Pending at(World world, int i) {
        int timer = i - world.network().messageCount();
        int task = timer - world.timerCount();
        if (timer < 0) {
            return world.network().message(i);
        }
        return task < 0 ? world.timer(timer) : world.tasks().get(task);
    }

    /** Hands it over; true where the fault happened. */
    abstract boolean attempt(World world, Pending handedOver);

    /** The fault's name, as long as it is not known that it does not happen. */
    abstract Event intended(Handover handover);

    @Override
    public final void applyTo(World world) {
        failed = !attempt(world, pending);
    }

    @Override
    public final Event toEvent() {
        Handover handover = (Handover) pending.toEvent();
        return failed ? handover : intended(handover);
    }
}
