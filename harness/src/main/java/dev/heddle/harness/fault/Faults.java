package dev.heddle.harness.fault;

import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.Vocabulary;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.Collection;
import java.util.Collections;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/** The one list of faults, and what follows from it. */
public final class Faults {
    /** Every fault; executions draw in this order. */
    public static final List<FaultKind> ALL = List.of(
            Crash.KIND,
            Recover.KIND,
            PartitionFault.KIND,
            Sever.KIND,
            Reset.KIND,
            Drop.KIND,
            Duplicate.KIND,
            ThrowFault.KIND,
            StorageError.KIND,
            Skew.KIND,
            Corrupt.KIND);

    /** Every kind of event that a schedule can hold. */
    public static final Vocabulary VOCABULARY = new Vocabulary(Stream.concat(
                    Stream.of(Boot.VERB, Deliver.VERB, Fire.VERB, Run.VERB, Command.VERB, Pass.VERB,
                            Settle.VERB),
                    ALL.stream().flatMap(kind -> kind.verbs().stream()))
            .toList());

    private Faults() {}

    /** Those that belong to a network and to machines: crashes, partitions, and what the network does to messages. */
    public static Set<FaultKind> of(NetworkKind network) {
        return those(kind -> kind.existsOn(network) && kind.isCommon());
    }

    /** Those, and all others that are not to be asked for by name. */
    public static Set<FaultKind> all(NetworkKind network) {
        return those(kind -> kind.existsOn(network) && !kind.isByzantine());
    }

    /** These and some more. */
    public static Set<FaultKind> with(Set<FaultKind> some, FaultKind... more) {
        return those(kind -> some.contains(kind) || List.of(more).contains(kind));
    }

    /** The fault that a move belongs to, by the move's name; empty for what is no fault. */
    public static Optional<FaultKind> ofMove(String name) {
        return ALL.stream()
                .filter(kind -> kind.moves().stream().anyMatch(move -> move.name().equals(name)))
                .findFirst();
    }

    /** The names on the command line of some of them, in the order of the list. */
    public static List<String> ids(Collection<FaultKind> kinds) {
        return those(kinds::contains).stream().map(FaultKind::id).toList();
    }

    private static Set<FaultKind> those(Predicate<FaultKind> wanted) {
        Set<FaultKind> found = new LinkedHashSet<>();
        ALL.stream().filter(wanted).forEach(found::add);
        return Collections.unmodifiableSet(found);
    }
}
