package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Verb;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;

/** A fault that can be switched on; {@link Faults} lists those that there are. */
public final class FaultKind {
    private final String id;
    private final List<Verb> verbs;
    private final List<Move> moves;
    private final Set<NetworkKind> networks;
    private final FaultKind cause;
    private final Standing standing;

    /** Who has to ask for it. */
    private enum Standing {
        /** Nobody: it belongs to what networks and machines do. */
        COMMON,
        /** Whoever asks for all faults, or for this one. */
        HARSH,
        /** Whoever names it. */
        BYZANTINE
    }

    /**
     * One that every network has.
     *
     * @param id the name on the command line
     * @param verbs how the lines of its events are read
     * @param moves the ways in which it can be chosen
     */
    FaultKind(String id, List<Verb> verbs, List<Move> moves) {
        this(id, verbs, moves, EnumSet.allOf(NetworkKind.class), null, Standing.COMMON);
    }

    private FaultKind(
            String id, List<Verb> verbs, List<Move> moves, Set<NetworkKind> networks, FaultKind cause,
            Standing standing) {
        this.id = id;
        this.verbs = List.copyOf(verbs);
        this.moves = List.copyOf(moves);
        this.networks = networks;
        this.cause = cause;
        this.standing = standing;
    }

    /** The same on one network only. */
    FaultKind on(NetworkKind network) {
        return new FaultKind(id, verbs, moves, EnumSet.of(network), cause, standing);
    }

    /** The same, drawn together with another, without which it would not happen. */
    FaultKind after(FaultKind other) {
        return new FaultKind(id, verbs, moves, networks, other, standing);
    }

    /** The same, one that a target may rightly fail to tolerate, so that it must be asked for. */
    FaultKind harsh() {
        return new FaultKind(id, verbs, moves, networks, cause, Standing.HARSH);
    }

    /** The same, one that hardly any target tolerates, so that it must be asked for by its name. */
    FaultKind byzantine() {
        return new FaultKind(id, verbs, moves, networks, cause, Standing.BYZANTINE);
    }

    /** The name on the command line. */
    public String id() {
        return id;
    }

    /** How the lines of its events are read. */
    public List<Verb> verbs() {
        return verbs;
    }

    /** The ways in which it can be chosen. */
    public List<Move> moves() {
        return moves;
    }

    /** True where such a network has it: connections break only where there are some. */
    public boolean existsOn(NetworkKind network) {
        return networks.contains(network);
    }

    /** True for what belongs to every network and machine. */
    public boolean isCommon() {
        return standing == Standing.COMMON;
    }

    /** True where asking for all faults does not ask for it. */
    public boolean isByzantine() {
        return standing == Standing.BYZANTINE;
    }

    /** The fault that decides whether an execution has this one: itself, or the one that it follows. */
    public FaultKind drawnWith() {
        return cause == null ? this : cause;
    }

    @Override
    public String toString() {
        return id;
    }
}
