package dev.heddle.minimizer.account;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.function.UnaryOperator;

/** Events in the words of people. */
public final class Words {
    private Words() {}

    /**
     * What happens, as a sentence without its end.
     *
     * @param shown how much is shown of a text that a message or command consists of
     */
    public static String of(Event event, UnaryOperator<String> shown) {
        if (event instanceof Deliver e) {
            return e.message().to() + " gets " + shown.apply(e.message().text()) + " from " + e.message().from();
        } else if (event instanceof Fire e) {
            return "the timer " + shown.apply(e.timer()) + " of " + e.owner() + " goes off";
        } else if (event instanceof Run e) {
            return e.owner() + " runs " + shown.apply(e.task());
        } else if (event instanceof Command e) {
            return e.client() + " asks " + e.node() + " to " + shown.apply(e.text());
        }
        return event.line();
    }
}
