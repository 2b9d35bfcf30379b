package dev.heddle.akka;

import dev.heddle.api.Commands;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.strategy.Workload;

/** A scenario's commands as the engine asks for them. */
record ScenarioWorkload(Commands commands) implements Workload {
    @Override
    public String next(int count, Rng rng) {
        return Hooks.call("Commands.next", () -> commands.next(count, rng));
    }

    @Override
    public String probe(int count) {
        return Hooks.call("Commands.probe", () -> commands.probe(count));
    }

    @Override
    public boolean addresses(String node) {
        return Hooks.call("Commands.addresses", () -> commands.addresses(node));
    }

    @Override
    public boolean serves(String answer) {
        return Hooks.call("Commands.serves", () -> commands.serves(answer));
    }
}
