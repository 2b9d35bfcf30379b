package dev.heddle.harness.fault;

import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Form.Pair;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Deed;
import dev.heddle.harness.world.Network;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.UnaryOperator;

/** Nodes are cut off from each other, one way or both, and connected again. */
public final class PartitionFault {
    /** More nodes than this are split by the first of them only: the ways are counted in an int. */
    private static final int MAX_CHOSEN = 20;

    private static final Move CUT = new Move("cut", 0.001, 0.05) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.size() * (world.size() - 1) - world.network().cuts();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            Pair pair = Pairs.get(world, (from, to) -> !world.network().isCut(from, to), i);
            return new Cut(pair.from(), pair.to());
        }
    };
    private static final Move SPLIT = new Move("split", 0.001, 0.05) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.size() < 2 ? 0 : (1 << Math.min(world.size() - 1, MAX_CHOSEN)) - 1;
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            List<String> with = new ArrayList<>();
            List<String> without = new ArrayList<>();
            for (Node node : world.nodes()) {
                boolean first =
                        node.index() == 0 || node.index() <= MAX_CHOSEN && (i >> (node.index() - 1) & 1) == 1;
                (first ? with : without).add(node.name());
            }
            return new Partition(List.of(with, without));
        }
    };
    private static final Move HEAL = new Move("heal", 0.005, 0.3) {
        @Override
        public int count(World world) {
            int cuts = healable(world);
            return cuts == 0 ? 0 : cuts + 1;
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            if (i == healable(world)) {
                return new HealAll();
            }
            Pair pair = Pairs.get(world, world.network()::isHealable, i);
            return new Heal(pair.from(), pair.to());
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
            "partition",
            List.of(
                    new Verb("cut n1 -> n2", (form, rest) -> {
                        Pair ends = form.pair(rest);
                        return new Cut(ends.from(), ends.to());
                    }),
                    new Verb("heal n1 -> n2", (form, rest) -> {
                        if (rest.equals("all")) {
                            return new HealAll();
                        }
                        Pair ends = form.pair(rest);
                        return new Heal(ends.from(), ends.to());
                    }),
                    new Verb("partition n1 n2 | n3 n4", PartitionFault::partition)),
            List.of(CUT, SPLIT, HEAL));

    private PartitionFault() {}

    private static Partition partition(Form form, String rest) {
        List<List<String>> groups = new ArrayList<>();
        for (String group : rest.split(" \\| ", -1)) {
            groups.add(Arrays.stream(group.split(" ", -1)).map(form::name).toList());
        }
        if (groups.size() < 2) {
            throw form.mismatch();
        }
        return new Partition(groups);
    }

    private static int healable(World world) {
        return world.network().cuts() - world.network().severed();
    }

    /** The network no longer carries messages from one node to another. */
    public record Cut(String from, String to) implements Deed {
        @Override
        public String line() {
            return "cut " + from + " -> " + to;
        }

        @Override
        public String words(UnaryOperator<String> shown) {
            return "nothing from " + from + " reaches " + to + " any more";
        }

        @Override
        public List<String> nodes() {
            return List.of(from, to);
        }

        @Override
        public boolean possible(World world) {
            return Pairs.is(world, from, to, (one, other) -> !world.network().isCut(one, other));
        }

        @Override
        public void applyTo(World world) {
            world.network().cut(world.node(from), world.node(to));
        }
    }

    /** The network carries messages from one node to another again. */
    public record Heal(String from, String to) implements Deed {
        @Override
        public String line() {
            return "heal " + from + " -> " + to;
        }

        @Override
        public String words(UnaryOperator<String> shown) {
            return from + " reaches " + to + " again";
        }

        @Override
        public List<String> nodes() {
            return List.of(from, to);
        }

        @Override
        public boolean possible(World world) {
            return Pairs.is(world, from, to, world.network()::isHealable);
        }

        @Override
        public void applyTo(World world) {
            world.network().heal(world.node(from), world.node(to));
        }
    }

    /** Every cut is healed, but for links that are severed. */
    public record HealAll() implements Deed {
        @Override
        public String line() {
            return "heal all";
        }

        @Override
        public String words(UnaryOperator<String> shown) {
            return "every cut that can be healed is";
        }

        @Override
        public List<String> nodes() {
            return List.of();
        }

        @Override
        public boolean possible(World world) {
            return true;
        }

        @Override
        public void applyTo(World world) {
            world.network().healAll();
        }
    }

    /** Nodes of different groups are cut off from each other, both ways. */
    public record Partition(List<List<String>> groups) implements Deed {
        public Partition {
            groups = groups.stream().map(List::copyOf).toList();
        }

        @Override
        public String line() {
            return "partition " + String.join(" | ", groups(" "));
        }

        private List<String> groups(String between) {
            return groups.stream().map(group -> String.join(between, group)).toList();
        }

        @Override
        public String words(UnaryOperator<String> shown) {
            return "the network parts " + String.join(" from ", groups(", "));
        }

        @Override
        public List<String> nodes() {
            return groups.stream().flatMap(List::stream).toList();
        }

        @Override
        public boolean possible(World world) {
            List<String> all = nodes();
            return all.stream().allMatch(name -> world.node(name) != null)
                    && all.stream().distinct().count() == all.size();
        }

        @Override
        public void applyTo(World world) {
            Network network = world.network();
            for (List<String> one : groups) {
                for (List<String> other : groups) {
                    if (one != other) {
                        one.forEach(a -> other.forEach(b -> network.cut(world.node(a), world.node(b))));
                    }
                }
            }
        }
    }
}
