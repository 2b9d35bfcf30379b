package dev.heddle.examples.failover;

import dev.heddle.examples.failover.Protocol.Report;
import java.util.SortedMap;
import java.util.TreeMap;

/** Remembers as the standby the last report of each switch, and acts on all of them when it takes over. */
final class RememberingController extends Controller {
    private final SortedMap<String, Report> last = new TreeMap<>();

    RememberingController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        last.put(report.from(), report);
        if (master()) {
            route(report);
        }
    }

    @Override
    void tookOver() {
        last.values().forEach(this::route);
    }
}
