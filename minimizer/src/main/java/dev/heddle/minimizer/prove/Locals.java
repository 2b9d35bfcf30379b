package dev.heddle.minimizer.prove;

import dev.heddle.harness.number.Interner;
import dev.heddle.harness.number.PairMap;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;

/**
 * What nodes can be in, as numbers: two that are the same behave alike for ever, and have brought the same
 * about for the invariant. The first numbers are those of the nodes before their boots.
 */
final class Locals {
    /**
     * What tells them apart.
     *
     * @param memory what the target tells of it, or else its history
     * @param own the timers and tasks that it has
     * @param sent what its last step sent to each node, as how many messages over which line
     * @param broken true where the invariant is broken by this node alone
     */
    record Key(
            int node, Object memory, List<Integer> own, long draws, int remembered, List<Integer> sent,
            boolean broken) {
        /** What decides what it does, and what that means for the invariant. */
        Key core() {
            return new Key(node, memory, own, draws, remembered, List.of(), broken);
        }

        /** True where the same decides what it does, whatever that means for the invariant. */
        boolean actsLike(Key other) {
            return node == other.node && draws == other.draws && own.equals(other.own)
                    && Objects.equals(memory, other.memory);
        }
    }

    /** A history: what came next, and what was before. */
    record History(int before, int input) {}

    /** What happens where an input comes to a node: what it is in then, and the parcels to each node. */
    private record Step(int local, int[] parcels) {}

    private final Interner<Key> keys = new Interner<>();
    private final Interner<Key> cores = new Interner<>();
    private final Interner<Object> remembered = new Interner<>();
    private final PairMap steps = new PairMap();
    private final List<Step> stepList = new ArrayList<>();
    private int[][] own = new int[64][];
    private int[] memories = new int[64];
    private int[] coreNumbers = new int[64];
    private final int[] nothing;

    /** @param fresh what a monitor keeps before it is shown anything */
    Locals(int nodes, Object fresh) {
        nothing = new int[nodes];
        for (int node = 0; node < nodes; node++) {
            nothing[node] = remembered(node, fresh);
            number(new Key(node, null, List.of(), 0, nothing[node], List.of(), false));
        }
    }

    /** True where a monitor keeps something of what a node is in. */
    boolean remarkable(int node, int local) {
        return memories[local] != nothing[node];
    }

    /** What a monitor keeps of a node, as a number. */
    int remembered(int node, Object memory) {
        return remembered.number(Arrays.asList(node, memory));
    }

    int number(Key key) {
        int number = keys.number(key);
        if (number >= own.length) {
            own = Arrays.copyOf(own, number * 2);
            memories = Arrays.copyOf(memories, number * 2);
            coreNumbers = Arrays.copyOf(coreNumbers, number * 2);
        }
        if (own[number] == null) {
            own[number] = key.own.stream().mapToInt(i -> i).distinct().toArray();
            memories[number] = key.remembered;
            coreNumbers[number] = core(key);
        }
        return number;
    }

    /** The core of a key, as a number; before its boot a node's is its own number. */
    int core(Key key) {
        return cores.number(key.core());
    }

    int core(int local) {
        return coreNumbers[local];
    }

    Key coreKey(int core) {
        return cores.value(core);
    }

    /** The inputs that are always possible there: timers and tasks. */
    int[] own(int local) {
        return own[local];
    }

    /** What a monitor keeps of it. */
    int remembered(int local) {
        return memories[local];
    }

    /** What the target told of it, or its history. */
    Object memory(int local) {
        return keys.value(local).memory;
    }

    boolean broken(int local) {
        return keys.value(local).broken;
    }

    /** How many messages the last step sent over a line. */
    int sent(int local, int line) {
        List<Integer> sent = keys.value(local).sent;
        for (int i = 0; i < sent.size(); i += 2) {
            if (sent.get(i) == line) {
                return sent.get(i + 1);
            }
        }
        return 0;
    }

    /** The step's number, or absent where it has not been seen yet. */
    int step(int local, int input) {
        return steps.get(local, input);
    }

    int learned(int local, int input, int next, int[] parcels) {
        stepList.add(new Step(next, parcels));
        steps.put(local, input, stepList.size() - 1);
        return stepList.size() - 1;
    }

    int next(int step) {
        return stepList.get(step).local;
    }

    int[] parcels(int step) {
        return stepList.get(step).parcels;
    }
}
