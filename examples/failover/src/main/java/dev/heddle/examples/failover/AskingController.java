package dev.heddle.examples.failover;

import dev.heddle.examples.failover.Protocol.Ask;
import dev.heddle.examples.failover.Protocol.Report;

/** Keeps no state: asks every switch when it takes over. */
final class AskingController extends Controller {
    AskingController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        if (master()) {
            route(report);
        }
    }

    @Override
    void tookOver() {
        switches().forEach(s -> s.tell(new Ask(), getSelf()));
    }
}
