package dev.heddle.harness.strategy;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.World;

/** What a {@link Move} looks at: the world, the workload and the generator of this execution. */
final class Situation {
    final Workload workload;
    final Rng rng;
    final int clients;
    int commandsLeft;
    int commandsIssued;
    World world;

    Situation(Workload workload, Rng rng, int clients, int commands) {
        this.workload = workload;
        this.rng = rng;
        this.clients = clients;
        this.commandsLeft = workload == Workload.NONE ? 0 : commands;
    }
}
