package dev.heddle.examples.failover;

import dev.heddle.examples.failover.Protocol.Report;

/** The bug {@code forgetful-standby}: what is reported is the master's business, and the standby forgets it. */
final class ForgetfulController extends Controller {
    ForgetfulController(Post post) {
        super(post);
    }

    @Override
    void reported(Report report) {
        if (master()) {
            route(report);
        }
    }
}
