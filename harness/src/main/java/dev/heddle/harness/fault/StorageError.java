package dev.heddle.harness.fault;

import dev.heddle.harness.disk.DiskError;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.Form;
import dev.heddle.harness.schedule.Verb;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.Node;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.function.UnaryOperator;

/** Something is going to be wrong with a node's disk, once: at its next read, write or crash. */
public record StorageError(String node, DiskError error) implements NodeDeed {
    private static final DiskError[] ERRORS = DiskError.values();
    private static final Move MOVE = new Move("storage", 0.001, 0.05) {
        @Override
        public boolean idle() {
            return true;
        }

        @Override
        public int count(World world) {
            return world.size() * ERRORS.length;
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            StorageError one = new StorageError(world.name(i / ERRORS.length), ERRORS[i % ERRORS.length]);
            return one.possible(world) ? one : null;
        }
    };
    /** The fault. */
    public static final FaultKind KIND = new FaultKind(
                    "storage", List.of(new Verb("storage-error n1 write", StorageError::read)), List.of(MOVE))
            .harsh();

    private static Event read(Form form, String rest) {
        int space = rest.indexOf(' ');
        for (DiskError error : ERRORS) {
            if (space > 0 && rest.substring(space + 1).equals(error.id())) {
                return new StorageError(form.name(rest.substring(0, space)), error);
            }
        }
        throw form.mismatch();
    }

    @Override
    public String line() {
        return "storage-error " + node + " " + error.id();
    }

    @Override
    public String words(UnaryOperator<String> shown) {
        return switch (error) {
            case READ -> "the next read from the disk of " + node + " will fail";
            case WRITE -> "the next write or sync of the disk of " + node + " will fail";
            case TORN -> "at the next crash of " + node
                    + " a part of what is not synced survives, its last record torn";
        };
    }

    @Override
    public boolean possible(Node own) {
        return !own.disk().isDue(error);
    }

    @Override
    public void applyTo(World world, Node own) {
        own.disk().fault(error);
    }
}
