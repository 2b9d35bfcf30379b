package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.Pending;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.function.BooleanSupplier;

/**
 * Another strategy, followed by a fair end where that one chooses to settle.
 *
 * <p>Fair means: every node is up; what waits longest is handed over first, so nothing waits for ever; the
 * timer that is due first fires, and only when nothing else is pending, as if messages took no time. When
 * nothing is pending the prober sends its command, to one after the other of the nodes that clients address.
 * It ends as soon as nothing is pending and nothing is awaited, when the time is over, or when there is
 * nothing left to do.
 */
public final class Settling implements Strategy {
    /** A fair end is given up after so many deliveries: nothing is known then. */
    static final int MAX_DELIVERIES = 20_000;

    private final Strategy before;
    private final Workload workload;
    private final BooleanSupplier awaiting;
    private long lastDelivery = -1;
    private int started;
    private int probes;
    private int probesLeft;
    private Addressees probed;
    private boolean fair;

    /** @param awaiting whether anything is owed still, asked when nothing is pending */
    public Settling(Strategy before, Workload workload, BooleanSupplier awaiting) {
        this.before = before;
        this.workload = workload;
        this.awaiting = awaiting;
    }

    @Override
    public Action choose(World world) {
        return world.fairEnd().begun() ? next(world) : before.choose(world);
    }

    @Override
    public void ended(Outcome outcome) {
        before.ended(outcome);
    }

    /** True once the execution has had its fair end, so that what is owed still will never come. */
    public boolean fair() {
        return fair;
    }

    private Action next(World world) {
        if (lastDelivery < 0) {
            lastDelivery = world.deliveries() + MAX_DELIVERIES;
            probed = new Addressees(world, workload);
            probesLeft = probed.size();
        }
        Action start = start(world);
        if (start != null) {
            return start;
        }
        if (world.deliveries() >= lastDelivery) {
            return null;
        }
        Pending oldest = world.fairEnd().oldest();
        return oldest != null ? oldest : whenIdle(world);
    }

    /** What brings up the next node that is not, or null. */
    private Action start(World world) {
        while (started < world.size()) {
            Node node = world.nodes().get(started);
            if (world.lifeless(node)) {
                return new Crash(node.name());
            }
            started++;
            if (!node.up()) {
                return node.incarnation() == 0 ? new Boot(node.name()) : new Recover(node.name());
            }
        }
        return null;
    }

    private Action whenIdle(World world) {
        String probe = workload.probe(probes);
        if ((probe == null || probes > 0) && !awaiting.getAsBoolean()) {
            fair = true;
            return null;
        }
        if (probe != null && probesLeft > 0) {
            probesLeft--;
            return new Command(Workload.PROBER, probed.inTurn(probes++).name(), probe);
        }
        Timer due = world.fairEnd().dueFirst();
        if (due == null || due.deadlineNanos() > world.fairEnd().overNanos()) {
            fair = true;
            return null;
        }
        probesLeft = 1;
        return due;
    }
}
