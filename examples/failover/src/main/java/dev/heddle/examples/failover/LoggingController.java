package dev.heddle.examples.failover;

import akka.japi.pf.ReceiveBuilder;
import dev.heddle.examples.failover.Protocol.Append;
import dev.heddle.examples.failover.Protocol.Appended;
import dev.heddle.examples.failover.Protocol.Commit;
import dev.heddle.examples.failover.Protocol.Promoted;
import dev.heddle.examples.failover.Protocol.Report;
import java.util.ArrayList;
import java.util.List;

/**
 * Replicates a log of reports: the master acts on one when the standby has it as well, and the switch repeats to a new
 * master what did not come so far. Whoever takes over acts on the whole log.
 */
final class LoggingController extends Controller {
    private final List<Report> log = new ArrayList<>();
    private int acted;

    LoggingController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        if (!master()) {
            return;
        }
        log.add(report);
        if (alone()) {
            actOnRest();
        } else {
            peer().tell(new Append(report), getSelf());
        }
    }

    @Override
    ReceiveBuilder alsoReceive(ReceiveBuilder messages) {
        return messages
                .match(Append.class, append -> {
                    log.add(append.report());
                    getSender().tell(new Appended(), getSelf());
                })
                .match(Appended.class, appended -> {
                    if (acted < log.size()) {
                        act();
                    }
                });
    }

    @Override
    void leftAlone() {
        actOnRest();
    }

    @Override
    void tookOver() {
        actOnRest();
        switches().forEach(s -> s.tell(new Promoted(), getSelf()));
    }

    private void actOnRest() {
        while (acted < log.size()) {
            act();
        }
    }

    private void act() {
        Report report = log.get(acted++);
        route(report);
        switchNamed(report.from()).tell(new Commit(report.number()), getSelf());
    }
}
