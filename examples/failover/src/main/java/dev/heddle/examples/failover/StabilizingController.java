package dev.heddle.examples.failover;

import akka.japi.pf.ReceiveBuilder;
import dev.heddle.examples.failover.Protocol.Ask;
import dev.heddle.examples.failover.Protocol.Report;
import java.time.Duration;

/**
 * Asks every switch once a second as long as it is the master, and so gets from any state to a right one
 * (self-stabilization: Dijkstra 1974).
 */
final class StabilizingController extends Controller {
    private static final Duration ROUND = Duration.ofSeconds(1);

    private record Round() {}

    StabilizingController(Post post) {
        super(post);
    }

    @Override
    public void preStart() {
        super.preStart();
        getTimers().startTimerWithFixedDelay("round", new Round(), ROUND);
    }

    @Override
    ReceiveBuilder alsoReceive(ReceiveBuilder messages) {
        return messages.match(Round.class, round -> {
            if (master()) {
                switches().forEach(s -> s.tell(new Ask(), getSelf()));
            }
        });
    }

    @Override
    void reported(Report report) {
        if (master()) {
            route(report);
        }
    }
}
