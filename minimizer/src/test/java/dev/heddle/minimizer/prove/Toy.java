package dev.heddle.minimizer.prove;

import dev.heddle.harness.invariant.Cluster;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.invariant.PairwiseMonitor;
import dev.heddle.harness.invariant.Violation;
import dev.heddle.harness.random.Mix64;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.world.Endpoint;
import dev.heddle.harness.world.Message;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.Timer;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/**
 * A system whose nodes do what a table says: on a message, a timer or a command they change their phase, answer
 * once or twice, tell all others, or arm their timer. In the last phase a node wears a crown, and a law says who
 * must not.
 *
 * @param alike true where all nodes go by the same table
 * @param told what the nodes' memory is said to be; messages may be worth something in their own execution only
 */
record Toy(Table table, int size, boolean alike, Told told, Law law) implements Target {
    /** What must not be: two nodes that ever wore a crown at one count of timers, or one that did at two as well. */
    enum Law {
        CROWNS, REIGNS;

        String id() {
            return name().toLowerCase(Locale.ROOT);
        }
    }

    enum Told { NOTHING, ALL, ALL_BUT_MESSAGES, ALL_BUT_MESSAGES_AT_COURT, TOO_LITTLE }

    enum Act { NOTHING, ARM, ANSWER, ANSWER_TWICE, TELL_ALL }

    /** What a node does: the phase it goes to, and what it says where it says something. */
    record Reaction(int phase, Act act, int said) {}

    /** What nodes do with each kind of input in each phase; the last kinds are {@link #GO} and {@link #TICK}. */
    interface Table {
        Reaction at(int node, int phase, int kind);
    }

    static final int CROWNED = 2;
    static final int GO = 3;
    static final int TICK = 4;
    private static final int KINDS = GO;

    Toy(Table table, int size, boolean alike, Told told) {
        this(table, size, alike, told, Law.CROWNS);
    }

    Toy under(Law other) {
        return new Toy(table, size, alike, told, other);
    }

    /** Nodes that do what is drawn from a seed. */
    static Toy drawn(long seed, int size, boolean alike, Told told) {
        return new Toy((node, phase, kind) -> {
            long draw = Mix64.mix(Mix64.mix(seed, alike ? 0 : node), 10 * phase + kind) >>> 8;
            Act[] acts = {Act.ARM, Act.ANSWER, Act.ANSWER_TWICE, Act.TELL_ALL, Act.NOTHING};
            return new Reaction(draw % 4 == 0 ? 0 : Math.min(CROWNED, phase + 1),
                    acts[(int) (draw / 12 % acts.length)], (int) (draw / 4 % KINDS));
        }, size, alike, told);
    }

    /** All that a node knows. */
    private static final class State {
        int phase;
        int count;
        boolean armed;
    }

    private record View(int phase, int count) implements NodeView {
        boolean crowned() {
            return phase == CROWNED;
        }

        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("phase", phase);
        }
    }

    private record Crowns(Law law, Map<Integer, Integer> wearers) implements PairwiseMonitor {
        @Override
        public Violation afterStep(Cluster cluster, int acted) {
            View view = acted < 0 ? null : (View) cluster.view(acted);
            if (view == null || !view.crowned()) {
                return null;
            }
            if (!takesTwo() && wearers.containsValue(acted) && !wearers.containsKey(view.count)) {
                // What breaks it by itself is not kept, so it is not to be found among pairs.
                return Violation.of(law.id(), List.of(cluster.name(acted)), "at " + view.count);
            }
            Integer first = wearers.putIfAbsent(view.count, acted);
            return first == null || first == acted
                    ? null
                    : Violation.of(law.id(), List.of(cluster.name(first), cluster.name(acted)), "at " + view.count);
        }

        @Override
        public Object memory() {
            return Map.copyOf(wearers);
        }

        @Override
        public boolean takesTwo() {
            return law == Law.CROWNS;
        }
    }

    @Override
    public List<String> nodes() {
        return IntStream.rangeClosed(1, size).mapToObj(i -> "n" + i).toList();
    }

    @Override
    public List<Invariant> invariants() {
        return List.of(new Invariant() {
            @Override
            public String id() {
                return law.id();
            }

            @Override
            public PairwiseMonitor newMonitor() {
                return new Crowns(law, new TreeMap<>());
            }
        });
    }

    @Override
    public boolean interchangeableNodes() {
        return alike;
    }

    @Override
    public TargetSystem open(World world) {
        return new Machine(world);
    }

    private final class Machine implements TargetSystem {
        private final World world;
        private int executions;

        Machine(World world) {
            this.world = world;
        }

        private void handle(Node node, int kind, Endpoint sender) {
            State state = (State) node.handle();
            state.count += kind == TICK ? 1 : 0;
            state.armed &= kind != TICK;
            Reaction reaction = reaction(node.index(), state.phase, kind);
            state.phase = reaction.phase;
            Endpoint asker = sender == null || sender.node() == null ? node.endpoint() : sender.node().endpoint();
            switch (reaction.act) {
                case ARM -> arm(node, state);
                case ANSWER -> tell(node, asker, reaction.said);
                case ANSWER_TWICE -> {
                    tell(node, asker, reaction.said);
                    tell(node, asker, (reaction.said + 1) % KINDS);
                }
                case TELL_ALL -> world.nodes().stream()
                        .filter(n -> n != node)
                        .forEach(n -> tell(node, n.endpoint(), reaction.said));
                case NOTHING -> { }
            }
        }

        /** Where memory runs out in a handler, no run could repeat how much there was. */
        private Reaction reaction(int node, int phase, int kind) {
            try {
                return table.at(node, phase, kind);
            } catch (OutOfMemoryError exhausted) {
                world.port().breach(new RuleBreach("a handler ran out of memory", "", exhausted));
                return new Reaction(phase, Act.NOTHING, 0);
            }
        }

        /** True for a message that is worth something in this execution. */
        private boolean counts(Word word) {
            return word.execution == executions || switch (told) {
                case ALL_BUT_MESSAGES -> false;
                case ALL_BUT_MESSAGES_AT_COURT -> world.nodes().stream()
                        .noneMatch(node -> node.up() && node != word.to().node()
                                && ((State) node.handle()).phase == CROWNED);
                case NOTHING, ALL, TOO_LITTLE -> true;
            };
        }

        private void tell(Node from, Endpoint to, int kind) {
            world.port().send(new Word(from.endpoint(), to, kind, this));
        }

        private void arm(Node node, State state) {
            if (!state.armed) {
                state.armed = true;
                world.port().arm(new Tick(node.endpoint(), this));
            }
        }

        @Override
        public void start(Node node) {
            State state = new State();
            node.handle(state);
            arm(node, state);
        }

        @Override
        public void stop(Node node) {
            // Nothing but its handle is left of it.
        }

        @Override
        public Message command(Endpoint client, Node node, String text, int operation) {
            return new Word(client, node.endpoint(), GO, this);
        }

        @Override
        public NodeView view(Node node) {
            State state = (State) node.handle();
            return new View(state.phase, state.count);
        }

        @Override
        public Object memory(Node node) {
            State state = (State) node.handle();
            return switch (told) {
                case NOTHING -> null;
                case ALL, ALL_BUT_MESSAGES, ALL_BUT_MESSAGES_AT_COURT -> List.of(state.phase, state.count, state.armed);
                case TOO_LITTLE -> List.of(state.count);
            };
        }

        @Override
        public void reset() {
            executions++;
        }

        @Override
        public void close() {
            // Nothing is held.
        }
    }

    private static final class Word extends Message {
        private final int kind;
        private final Machine machine;
        private final int execution;

        Word(Endpoint from, Endpoint to, int kind, Machine machine) {
            super(from, to);
            this.kind = kind;
            this.machine = machine;
            execution = machine.executions;
        }

        @Override
        protected Message copy() {
            return new Word(from(), to(), kind, machine);
        }

        @Override
        protected String describe() {
            return kind == GO ? "go" : "m" + kind;
        }

        @Override
        protected void perform() {
            if (machine.counts(this)) {
                machine.handle(to().node(), kind, from());
            }
        }
    }

    private static final class Tick extends Timer {
        private final Machine machine;

        Tick(Endpoint owner, Machine machine) {
            super(owner, 1);
            this.machine = machine;
        }

        @Override
        protected String describe() {
            return "tick";
        }

        @Override
        protected void perform() {
            machine.handle(owner().node(), TICK, null);
        }
    }
}
