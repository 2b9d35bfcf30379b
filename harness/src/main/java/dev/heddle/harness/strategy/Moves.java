package dev.heddle.harness.strategy;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fault.Faults;
import dev.heddle.harness.fault.Move;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.world.Action;
import dev.heddle.harness.world.World;
import java.util.List;
import java.util.stream.Stream;

/** The moves of an execution without faults: deliveries, timers and tasks; and the names of all. */
final class Moves {
    static final Move DELIVER = new Move("deliver", 1, 1) {
        @Override
        public int count(World world) {
            return world.udp() ? world.network().messageCount() : world.channelCount();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return world.udp() ? world.network().message(i) : world.channel(i).get(0);
        }
    };
    static final Move TIMER = new Move("timer", 0.02, 0.5) {
        @Override
        public int count(World world) {
            return world.timerCount();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return world.timer(i);
        }
    };
    static final Move TASK = new Move("task", 0.3, 3) {
        @Override
        public int count(World world) {
            return world.tasks().size();
        }

        @Override
        public Action at(World world, int i, Rng rng) {
            return world.tasks().get(i);
        }
    };

    private Moves() {}

    /** The names of all, those of faults last. */
    static List<String> names() {
        return Stream.concat(
                        Stream.of(DELIVER.name(), TIMER.name(), TASK.name(), CommandMove.NAME),
                        Faults.ALL.stream().map(FaultKind::moves).flatMap(List::stream).map(Move::name))
                .toList();
    }
}
