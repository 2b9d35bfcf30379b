package dev.heddle.harness.strategy;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fault.Command;
import dev.heddle.harness.order.Orders;
import dev.heddle.harness.random.Rng;
import dev.heddle.harness.run.Coordinator;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.schedule.Event;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.ToyTarget;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class ExplorationTest {
    private static final ToyTarget TARGET = ToyTarget.of(3, Bug.NONE);

    private final FuzzSettings settings = TARGET.settings(NetworkKind.FIFO);
    private final List<List<Event>> executions = new ArrayList<>();
    private int guided;

    private void run(Search search, FuzzSettings own, int rounds) {
        RunOptions options = RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(60);
        try (Coordinator coordinator = new Coordinator(TARGET, List.of(), options)) {
            for (int round = 0; round < rounds; round++) {
                List<Strategy> ended = new ArrayList<>();
                for (int i = 0; i < search.round(); i++) {
                    Strategy strategy = search.strategy(own, Rng.ofExecution(7, (long) round * search.round() + i));
                    coordinator.run(1, strategy, StepListener.NONE);
                    executions.add(coordinator.world().history().events());
                    guided += strategy instanceof Explorer explorer && explorer.arm() >= 1 ? 1 : 0;
                    ended.add(strategy);
                }
                search.learn(ended);
            }
        }
    }

    private static Exploration feedback() {
        return new Exploration(List.of(Orders.ALL.get(0)));
    }

    @Test
    void goesOnFromWhatReachedNewStatesAsSoonAsThereIsAny() {
        run(feedback(), settings, 1);
        assertEquals(0, guided);
        run(feedback(), settings, 3);
        assertTrue(guided > 100, guided + " of 512");
    }

    @Test
    void withoutFeedbackNothingIsLearned() {
        run(feedback(), settings.withoutIdeas(Set.of(Idea.FEEDBACK)), 3);
        assertEquals(0, guided);
    }

    /** What a recipe repeats is not what was written, but how: words are unique, and the user's limit holds. */
    @Test
    void commandsOfOneExecutionAreDifferentAndNoMoreThanAllowed() {
        FuzzSettings four = new FuzzSettings(TARGET.workload(), 2, 4, settings.faults(), settings.weights());
        run(feedback(), four, 3);
        assertTrue(guided > 0);
        int most = 0;
        for (List<Event> events : executions) {
            List<String> words =
                    events.stream().filter(e -> e instanceof Command).map(e -> ((Command) e).text()).toList();
            assertEquals(words.size(), new HashSet<>(words).size(), words::toString);
            assertFalse(words.size() > 4, words::toString);
            most = Math.max(most, words.size());
        }
        assertEquals(4, most);
    }
}
