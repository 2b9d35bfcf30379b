package dev.heddle.api;

import akka.actor.Actor;
import akka.actor.Props;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Preferences;
import dev.heddle.harness.schedule.Timing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;

/** What is under test: the nodes, the actor that each one is, and what is known about them. */
public final class Definition {
    private static final int DEFAULT_CLIENTS = 2;

    private final Builder parts;

    private Definition(Builder parts) {
        this.parts = parts;
    }

    /**
     * Begins a definition.
     *
     * @param nodes their names, in the order in which they boot
     * @param props the top-level actor of a node; called once for each incarnation
     */
    public static Builder of(List<String> nodes, Function<NodeContext, Props> props) {
        return new Builder(List.copyOf(nodes), Objects.requireNonNull(props, "props"));
    }

    public List<String> nodes() {
        return parts.nodes;
    }

    public Function<NodeContext, Props> props() {
        return parts.props;
    }

    /** What clients send, or null. */
    public Commands commands() {
        return parts.commands;
    }

    public int clients() {
        return parts.clients;
    }

    /** What reads a node's state, asked for once per node, or null where nobody does. */
    public Function<NodeContext, ViewReader> views() {
        return parts.views;
    }

    /** What reads all that decides what a node does next, or null where nobody tells. */
    public Function<Actor, Object> memory() {
        return parts.memory;
    }

    /** True where nodes differ in their names only. */
    public boolean interchangeableNodes() {
        return parts.interchangeableNodes;
    }

    /** True where what nodes draw decides nothing but how long they wait. */
    public boolean drawsOnlyDelay() {
        return parts.drawsOnlyDelay;
    }

    public List<Invariant> invariants() {
        return parts.invariants;
    }

    /** What is checked only where somebody asks for it by name. */
    public List<Invariant> optionalInvariants() {
        return parts.optionalInvariants;
    }

    /** The virtual time within which it recovers once all faults are over; zero where it claims nothing. */
    public Duration settles() {
        return parts.settles;
    }

    /** The faults that it claims to tolerate. */
    public Set<FaultKind> tolerates() {
        return parts.tolerates;
    }

    /** How it wants to be fuzzed where the user says nothing. */
    public Preferences preferences() {
        return new Preferences(
                parts.timing, parts.maxCommands, parts.weights, parts.maxClockSkew, parts.settleShare);
    }

    /** What each message may turn into on its way. */
    public Function<Object, List<Object>> corruptions() {
        return parts.corruptions;
    }

    /** Akka's configuration over what {@code application.conf} says, in HOCON. */
    public String config() {
        return parts.config;
    }

    /** How the text of a message is made, or null for its {@code toString}. */
    public Function<Object, String> messageText() {
        return parts.messageText;
    }

    /** The parts of a definition, by name; all but the nodes can be left out. */
    public static final class Builder {
        private final List<String> nodes;
        private final Function<NodeContext, Props> props;
        private Commands commands;
        private int clients = DEFAULT_CLIENTS;
        private Function<NodeContext, ViewReader> views;
        private Function<Actor, Object> memory;
        private boolean interchangeableNodes;
        private boolean drawsOnlyDelay;
        private List<Invariant> invariants = List.of();
        private List<Invariant> optionalInvariants = List.of();
        private Set<FaultKind> tolerates = Set.of();
        private Timing timing = Preferences.DEFAULT.timing();
        private int maxCommands = Preferences.DEFAULT.commands();
        private final Map<String, Double> weights = new TreeMap<>();
        private Duration maxClockSkew = Preferences.DEFAULT.maxClockSkew();
        private Function<Object, List<Object>> corruptions = Corruptions::ofRecord;
        private Duration settles = Duration.ZERO;
        private double settleShare = Preferences.DEFAULT.settleShare();
        private String config = "";
        private Function<Object, String> messageText;

        private Builder(List<String> nodes, Function<NodeContext, Props> props) {
            this.nodes = nodes;
            this.props = props;
        }

        private Builder(Builder other) {
            this(other.nodes, other.props);
            commands = other.commands;
            clients = other.clients;
            views = other.views;
            memory = other.memory;
            interchangeableNodes = other.interchangeableNodes;
            drawsOnlyDelay = other.drawsOnlyDelay;
            invariants = other.invariants;
            optionalInvariants = other.optionalInvariants;
            tolerates = other.tolerates;
            timing = other.timing;
            maxCommands = other.maxCommands;
            weights.putAll(other.weights);
            maxClockSkew = other.maxClockSkew;
            corruptions = other.corruptions;
            settles = other.settles;
            settleShare = other.settleShare;
            config = other.config;
            messageText = other.messageText;
        }

        /** What clients send; nothing by default. */
        public Builder commands(Commands value) {
            commands = value;
            return this;
        }

        /** The number of clients; 2 by default. */
        public Builder clients(int value) {
            if (value < 1) {
                throw new IllegalArgumentException("clients must be positive, was " + value);
            }
            clients = value;
            return this;
        }

        /** How the state of a node is read for invariants, traces and reports. */
        public Builder view(ViewReader value) {
            return views(node -> value);
        }

        /** The same with a reader of its own for each node, which may keep what it read last. */
        public Builder views(Function<NodeContext, ViewReader> value) {
            views = value;
            return this;
        }

        /**
         * What decides all that a node will do, read from the live instance of its top-level actor: an
         * immutable value compared by {@code equals}. What is on the node's disk, its timers and the count of
         * its random draws are seen to; to whom it owes an answer may be left out where that is a client. For
         * the exhaustive search of {@code minimize --prove}, which without it tells states apart by what has
         * happened; where it leaves something out, that search proves nothing. Messages are taken for values: handed
         * over once more in another execution, one does the same.
         */
        public Builder memory(Function<Actor, Object> value) {
            memory = value;
            return this;
        }

        /**
         * Nodes differ in their names only: whatever happens could happen with two names exchanged. For the
         * exhaustive search of {@code minimize --prove}, which then tries fewer ways.
         */
        public Builder interchangeableNodes() {
            interchangeableNodes = true;
            return this;
        }

        /**
         * Promises that what nodes draw decides nothing but how long their timers take. For the exhaustive search of
         * {@code minimize --prove}, in which timers go off at any moment: it then takes nodes for the same that
         * differ only in how often they have drawn.
         */
        public Builder drawsOnlyDelay() {
            drawsOnlyDelay = true;
            return this;
        }

        /** What must hold. */
        public Builder invariants(List<Invariant> value) {
            invariants = List.copyOf(value);
            return this;
        }

        /** What is checked only where somebody asks for it by name. */
        public Builder optionalInvariants(List<Invariant> value) {
            optionalInvariants = List.copyOf(value);
            return this;
        }

        /** The faults that the target claims to tolerate, hence those that it is fuzzed with; none by default. */
        public Builder tolerates(Set<FaultKind> value) {
            tolerates = Set.copyOf(value);
            return this;
        }

        /** When timers may fire; at any moment by default. */
        public Builder timing(Timing value) {
            timing = Objects.requireNonNull(value, "timing");
            return this;
        }

        /** The most commands that clients issue in an execution; drawn for each execution by default. */
        public Builder maxCommands(int value) {
            if (value < 0) {
                throw new IllegalArgumentException("maxCommands must not be negative, was " + value);
            }
            maxCommands = value;
            return this;
        }

        /**
         * How likely a kind of event is, relative to a delivery; drawn for each execution by default.
         *
         * @param kind one of those that {@code heddle list} shows
         */
        public Builder weight(String kind, double value) {
            weights.put(kind, value);
            return this;
        }

        /** How far a node's clocks may be ahead or behind; half a second by default. */
        public Builder maxClockSkew(Duration value) {
            maxClockSkew = Objects.requireNonNull(value, "maxClockSkew");
            return this;
        }

        /**
         * What each message may turn into on its way, for the fault {@code corrupt}, always in the same order;
         * by default {@link Corruptions#ofRecord}.
         */
        public Builder corruptions(Function<Object, List<Object>> value) {
            corruptions = Objects.requireNonNull(value, "corruptions");
            return this;
        }

        /**
         * The virtual time within which it recovers once all faults are over. One execution in ten ends with
         * so much of it, in which everything runs fairly, for the invariants that say what must come. None by
         * default.
         */
        public Builder settles(Duration within) {
            if (within.isNegative() || within.toMillis() > Integer.MAX_VALUE) {
                throw new IllegalArgumentException("a system settles within some time, not " + within);
            }
            settles = within;
            return this;
        }

        /**
         * The same, in another share of executions: 1 for all, where there is little to check before the end.
         *
         * @param share above 0
         */
        public Builder settles(Duration within, double share) {
            settleShare = share;
            return settles(within);
        }

        /** Akka's configuration in HOCON, over what {@code application.conf} says. */
        public Builder config(String hocon) {
            config = Objects.requireNonNull(hocon, "hocon");
            return this;
        }

        /** How the text of a message is made: it must not depend on hashes, uids or times. */
        public Builder messageText(Function<Object, String> value) {
            messageText = value;
            return this;
        }

        public Definition build() {
            return new Definition(new Builder(this));
        }
    }
}
