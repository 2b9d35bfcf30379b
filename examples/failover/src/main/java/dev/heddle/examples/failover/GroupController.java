package dev.heddle.examples.failover;

import akka.japi.pf.ReceiveBuilder;
import dev.heddle.examples.failover.Protocol.Acted;
import dev.heddle.examples.failover.Protocol.Report;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A member of a group with virtual synchrony (Birman and Joseph 1987): a report belongs to the view in which the
 * senior member acts on it. The other member holds it until it hears that, and hands what it still holds to the next
 * view, whose senior it is.
 *
 * <p>The first view is both controllers, the second one the survivor. The news of a crash comes after all that the
 * crashed one sent, so all messages of a view arrive before the next one begins.
 */
final class GroupController extends Controller {
    private final SortedMap<String, Report> held = new TreeMap<>();
    private final SortedMap<String, Integer> acted = new TreeMap<>();

    GroupController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        if (master()) {
            route(report);
            if (!alone()) {
                peer().tell(new Acted(report), getSelf());
            }
        } else if (report.number() > acted.getOrDefault(report.from(), 0)) {
            held.put(report.from(), report);
        }
    }

    @Override
    ReceiveBuilder alsoReceive(ReceiveBuilder messages) {
        return messages.match(Acted.class, message -> {
            Report done = message.report();
            acted.merge(done.from(), done.number(), Math::max);
            held.computeIfPresent(done.from(), (from, report) -> report.number() > done.number() ? report : null);
        });
    }

    @Override
    void tookOver() {
        held.values().forEach(this::route);
        held.clear();
    }
}
