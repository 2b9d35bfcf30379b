package dev.heddle.examples.failover;

import dev.heddle.examples.failover.Protocol.Report;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Derives what each switch must do from the facts that are known, whoever is the master, and says what has changed.
 * That it is the master is one of the facts.
 */
final class DeclaringController extends Controller {
    private final SortedMap<String, Report> facts = new TreeMap<>();
    private final SortedMap<String, Integer> told = new TreeMap<>();

    DeclaringController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        facts.put(report.from(), report);
        derive();
    }

    @Override
    void tookOver() {
        derive();
    }

    private void derive() {
        if (master()) {
            facts.forEach((name, report) -> {
                Integer before = told.put(name, bestPort(report));
                if (before == null || before != bestPort(report)) {
                    route(report);
                }
            });
        }
    }
}
