package dev.heddle.harness.toy;

import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.Monitor;
import dev.heddle.harness.invariant.Violation;
import java.util.List;

/** No exception leaves a handler. */
public final class NothingThrown implements Invariant {
    @Override
    public String id() {
        return "nothing-thrown";
    }

    @Override
    public Monitor newMonitor() {
        return (cluster, acted) -> cluster.failure() == null
                ? null
                : new Violation(
                        id(),
                        List.of(cluster.name(cluster.failure().node())),
                        cluster.failure().cause().getClass().getSimpleName(),
                        String.valueOf(cluster.failure().cause()));
    }
}
