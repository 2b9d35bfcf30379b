package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;

/** The commands that clients issue in one execution. */
final class CommandMove extends Move {
    static final String NAME = "command";

    private final Workload workload;
    private final int clients;
    private int left;
    private int issued;

    CommandMove(Workload workload, int clients) {
        super(NAME, 0.005, 0.5);
        this.workload = workload;
        this.clients = clients;
    }

    /** Lets clients issue so many. */
    CommandMove allow(int commands) {
        left = workload == Workload.NONE ? 0 : commands;
        return this;
    }

    @Override
    public int count(World world) {
        return left > 0 ? world.upCount() : 0;
    }

    @Override
    public Action at(World world, int i, Rng rng) {
        String text = text(rng);
        return text == null
                ? null
                : new Command("c" + (1 + rng.nextInt(clients)), world.nodeThatIs(true, i).name(), text);
    }

    /** A command of a client's to a node, or null where there is none. */
    Action issue(String client, String node, Rng rng) {
        String text = left == 0 ? null : text(rng);
        return text == null ? null : new Command(client, node, text);
    }

    private String text(Rng rng) {
        String text = workload.next(issued, rng);
        if (text == null) {
            left = 0;
        } else {
            left--;
            issued++;
        }
        return text;
    }
}
