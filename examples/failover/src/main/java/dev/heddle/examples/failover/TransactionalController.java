package dev.heddle.examples.failover;

import dev.heddle.examples.failover.Protocol.Commit;
import dev.heddle.examples.failover.Protocol.Promoted;
import dev.heddle.examples.failover.Protocol.Report;

/**
 * Handles each report as a transaction that the switch begins: it is committed together with the rule that answers it.
 * The death of the master aborts what is open, and the switch tries again with the new one.
 */
final class TransactionalController extends Controller {
    TransactionalController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        if (master()) {
            route(report);
            switchNamed(report.from()).tell(new Commit(report.number()), getSelf());
        }
    }

    @Override
    void tookOver() {
        switches().forEach(s -> s.tell(new Promoted(), getSelf()));
    }
}
