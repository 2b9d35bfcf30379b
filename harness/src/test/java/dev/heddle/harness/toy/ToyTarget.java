package dev.heddle.harness.toy;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.strategy.FuzzSettings;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import java.util.function.Supplier;
import java.util.stream.IntStream;

/**
 * The toy, configured.
 *
 * @param onStart runs whenever a node starts, for tests that need a node which misbehaves
 * @param claimSuffix ends the text of each claim, for tests that need state which leaks
 */
public record ToyTarget(List<String> nodes, Bug bug, BiConsumer<World, Node> onStart, Supplier<String> claimSuffix)
        implements Target {

    /** A toy of so many nodes. */
    public static ToyTarget of(int nodes, Bug bug) {
        List<String> names = IntStream.rangeClosed(1, nodes).mapToObj(i -> "n" + i).toList();
        return new ToyTarget(names, bug, (port, node) -> {}, () -> "");
    }

    public ToyTarget withOnStart(BiConsumer<World, Node> action) {
        return new ToyTarget(nodes, bug, action, claimSuffix);
    }

    public ToyTarget withClaimSuffix(Supplier<String> suffix) {
        return new ToyTarget(nodes, bug, onStart, suffix);
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(new OneLeader(), new NothingThrown());
    }

    /** {@code put 0}, {@code put 1}, … */
    @Override
    public Workload workload() {
        return new Workload() {
            @Override
            public String next(int count, Rng rng) {
                return "put " + count;
            }

            @Override
            public String probe(int count) {
                return "put probe " + count;
            }
        };
    }

    @Override
    public int clients() {
        return 2;
    }

    @Override
    public Set<FaultKind> faults() {
        return Faults.of(NetworkKind.FIFO);
    }

    /** What a fuzzing strategy may do to it, with weights and commands drawn. */
    public FuzzSettings settings(NetworkKind network) {
        return new FuzzSettings(workload(), clients(), -1, Faults.of(network), Map.of());
    }

    @Override
    public TargetSystem open(World world) {
        return new ToySystem(world, this);
    }
}
