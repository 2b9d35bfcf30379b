package dev.heddle.debugger;

import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Handover;
import dev.heddle.harness.world.Run;
import dev.heddle.minimizer.EventShape;

/** The kinds of what is handed over: the first word of a message, timer or task. */
final class Kinds {
    private Kinds() {}

    /** The kind of what an event hands over or is done to; empty where that is nothing. */
    static String of(Event event) {
        Handover handover = EventShape.handover(event);
        String text = "";
        if (handover instanceof Deliver deliver) {
            text = deliver.message().text();
        } else if (handover instanceof Fire fire) {
            text = fire.timer();
        } else if (handover instanceof Run run) {
            text = run.task();
        }
        return EventShape.kind(text);
    }
}
