package dev.heddle.minimizer.account;

import dev.heddle.harness.fault.Boot;
import dev.heddle.harness.fault.Command;
import dev.heddle.harness.fault.Corrupt;
import dev.heddle.harness.fault.Crash;
import dev.heddle.harness.fault.CrashPoint;
import dev.heddle.harness.fault.Drop;
import dev.heddle.harness.fault.Duplicate;
import dev.heddle.harness.fault.PartitionFault.Cut;
import dev.heddle.harness.fault.PartitionFault.Heal;
import dev.heddle.harness.fault.PartitionFault.HealAll;
import dev.heddle.harness.fault.PartitionFault.Partition;
import dev.heddle.harness.fault.Pass;
import dev.heddle.harness.fault.Recover;
import dev.heddle.harness.fault.Reset;
import dev.heddle.harness.fault.Settle;
import dev.heddle.harness.fault.Sever;
import dev.heddle.harness.fault.Skew;
import dev.heddle.harness.fault.StorageError;
import dev.heddle.harness.fault.ThrowFault;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.world.Deliver;
import dev.heddle.harness.world.Fire;
import dev.heddle.harness.world.Run;
import java.util.List;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.UnaryOperator;

/** Events in the words of people. */
public final class Words {
    private static final List<Phrase<?>> PHRASES = List.of(
            new Phrase<>(Deliver.class, (e, shown) -> e.message().to() + " gets " + shown.apply(e.message().text())
                    + " from " + e.message().from()),
            new Phrase<>(Fire.class, (e, shown) -> "the timer " + shown.apply(e.timer()) + " of " + e.owner()
                    + " goes off"),
            new Phrase<>(Run.class, (e, shown) -> e.owner() + " runs " + shown.apply(e.task())),
            new Phrase<>(Command.class, (e, shown) -> e.client() + " asks " + e.node() + " to "
                    + shown.apply(e.text())),
            fixed(Boot.class, e -> e.node() + " starts"),
            fixed(Crash.class, e -> e.node() + " crashes"),
            new Phrase<>(CrashPoint.class, (e, shown) -> e.nodes().get(0) + " crashes after "
                    + e.point().operation().id() + " " + e.point().count() + " while " + of(e.during(), shown)),
            fixed(Recover.class, e -> e.node() + " starts again"),
            new Phrase<>(ThrowFault.class, (e, shown) -> "an exception is thrown in " + e.nodes().get(0) + " as "
                    + of(e.during(), shown)),
            new Phrase<>(Drop.class, (e, shown) -> message(e.message(), shown) + " is lost"),
            new Phrase<>(Duplicate.class, (e, shown) -> message(e.message(), shown) + " is under way once more"),
            new Phrase<>(Corrupt.class, (e, shown) -> message(e.message(), shown) + " is corrupted, variant "
                    + e.variant()),
            fixed(Partition.class, e -> "the network parts into "
                    + String.join(" | ", e.groups().stream().map(group -> String.join(" ", group)).toList())),
            fixed(Cut.class, e -> "nothing from " + e.from() + " reaches " + e.to() + " any more"),
            fixed(Sever.class, e -> "nothing from " + e.from() + " reaches " + e.to() + " ever again"),
            fixed(Heal.class, e -> e.from() + " reaches " + e.to() + " again"),
            fixed(HealAll.class, e -> "all cuts are healed"),
            fixed(Reset.class, e -> "the connection from " + e.from() + " to " + e.to() + " is reset"),
            fixed(Skew.class, Words::clock),
            fixed(StorageError.class, Words::disk),
            fixed(Pass.class, e -> e.micros() + " microseconds pass"),
            fixed(Settle.class, e -> "from here on all goes by rule, " + e.line().replace("settle ", "for ")));

    /**
     * How an event of one kind is told.
     *
     * @param words given the event, and how much is shown of the text of a message or command
     */
    private record Phrase<E extends Event>(Class<E> kind, BiFunction<E, UnaryOperator<String>, String> words) {
        String of(Event event, UnaryOperator<String> shown) {
            return words.apply(kind.cast(event), shown);
        }
    }

    private Words() {}

    /**
     * What happens, as a sentence without its end.
     *
     * @param shown how much is shown of a text that a message or command consists of
     */
    public static String of(Event event, UnaryOperator<String> shown) {
        for (Phrase<?> phrase : PHRASES) {
            if (phrase.kind().isInstance(event)) {
                return phrase.of(event, shown);
            }
        }
        return event.line();
    }

    private static <E extends Event> Phrase<E> fixed(Class<E> kind, Function<E, String> words) {
        return new Phrase<>(kind, (event, shown) -> words.apply(event));
    }

    private static String message(Event.Envelope message, UnaryOperator<String> shown) {
        return shown.apply(message.text()) + " from " + message.from() + " to " + message.to();
    }

    private static String clock(Skew skew) {
        if (skew.aheadMillis() == 0) {
            return "the clock of " + skew.node() + " is set right";
        }
        return "the clock of " + skew.node() + " is set " + Math.abs(skew.aheadMillis()) + " ms "
                + (skew.aheadMillis() > 0 ? "ahead" : "back");
    }

    private static String disk(StorageError fault) {
        return switch (fault.error()) {
            case READ -> "the next read from the disk of " + fault.node() + " will fail";
            case WRITE -> "the next write to the disk of " + fault.node() + " will fail";
            case TORN -> "the next crash of " + fault.node() + " will tear what is not synced";
        };
    }
}
