package dev.heddle.examples.philosophers;

import akka.actor.Props;
import dev.heddle.api.Commands;
import dev.heddle.api.Definition;
import dev.heddle.api.NodeContext;
import dev.heddle.api.Scenario;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.harness.invariant.NodeView;
import dev.heddle.harness.random.Rng;
import dev.heddle.invariants.GeneralInvariants;
import java.time.Duration;
import java.util.List;
import java.util.function.BiConsumer;
import java.util.stream.IntStream;

/** Philosophers round a table: whoever is asked to dine must have dined in the end. */
public final class PhilosophersScenario implements Scenario {
    private static final SeededBug LEFT_FIRST =
            new SeededBug("left-first", "all take the left fork first, instead of the one with the lower number");
    /** A meal takes 10 ms, and no execution has thousands of them. */
    private static final Duration SETTLES = Duration.ofMinutes(1);

    /** What is to be seen of a seat. */
    record SeatView(int guests, int held) implements NodeView {
        @Override
        public void fields(BiConsumer<String, Object> field) {
            field.accept("guests", guests);
            field.accept("forks", held);
        }
    }

    @Override
    public Definition define(Setup setup) {
        if (setup.nodes() < 2) {
            throw new IllegalArgumentException("one philosopher has but one fork; give --nodes 2 or more");
        }
        boolean leftFirst = setup.bugs().contains(LEFT_FIRST.id());
        List<String> seats = IntStream.rangeClosed(1, setup.nodes()).mapToObj(i -> "p" + i).toList();
        return Definition.of(seats, node -> philosopher(node, leftFirst))
                .commands(new Invitations())
                .view((node, actor) -> actor instanceof Philosopher p ? new SeatView(p.guests(), p.held()) : null)
                .settles(SETTLES)
                .invariants(List.of(GeneralInvariants.noProgress(Philosopher.DINED::equals)))
                .build();
    }

    /** Seat i has fork i at its left and fork i + 1 at its right; the last one's right fork is the first. */
    private static Props philosopher(NodeContext node, boolean leftFirst) {
        int right = (node.nodes().indexOf(node.name()) + 1) % node.nodes().size();
        boolean rightFirst = right == 0 && !leftFirst;
        return Props.create(Philosopher.class,
                () -> new Philosopher(node.node(node.nodes().get(right)), rightFirst));
    }

    @Override
    public List<SeededBug> bugs() {
        return List.of(LEFT_FIRST);
    }

    /** Guests ask philosophers to dine. */
    private static final class Invitations implements Commands {
        @Override
        public String next(int count, Rng rng) {
            return Philosopher.DINE;
        }

        @Override
        public Object message(String text) {
            if (!text.equals(Philosopher.DINE)) {
                throw new IllegalArgumentException("'" + text
                        + "' is no command of dining-philosophers; the only one is '" + Philosopher.DINE + "'");
            }
            return text;
        }
    }
}
