package dev.heddle.harness.fuzz;

import static dev.heddle.harness.fuzz.CampaignSetup.FOREVER;
import static dev.heddle.harness.fuzz.CampaignSetup.NO_TICK;
import static dev.heddle.harness.fuzz.CampaignSetup.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fuzz.CampaignResult.Ending;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.ToyTarget;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyNumberOfJobsFindsTheSameBytes(long seed) {
        CampaignSetup setup = CampaignSetup.of(Bug.VOTES_TWICE, 5000).seed(seed);
        CampaignResult one = setup.run();
        assertEquals(Ending.FOUND, one.ending());
        assertEquals(1, one.finds().size());
        assertEquals(bytes(one), bytes(setup.jobs(2).run()));
        assertEquals(bytes(one), bytes(setup.jobs(4).run()));
    }

    /** Those that learn as well: what they find after several rounds depends on what was learned in them. */
    @ParameterizedTest
    @MethodSource("strategies")
    void everyStrategyFindsTheSameBytesWithAnyNumberOfJobs(StrategyFactory strategy) {
        ToyTarget rare = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            if (node.incarnation() == 4) {
                world.port().failed(new Failure(node.index(), node.name(), new IllegalStateException("fourth start")));
            } else if (node.incarnation() == 3 && node.index() == 0) {
                world.port().failed(new Failure(node.index(), node.name(), new ArithmeticException("third start")));
            }
        });
        CampaignSetup setup = CampaignSetup.of(Bug.NONE, 1500).with(rare).strategy(strategy).goingOn();
        CampaignResult one = setup.run();
        assertEquals(2, one.finds().size());
        for (int jobs : new int[] {2, 3}) {
            CampaignResult several = setup.jobs(jobs).run();
            assertEquals(bytes(one), bytes(several));
            assertEquals(one.deliveries(), several.deliveries(), "every execution is the same, found or not");
        }
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void whatIsCountedIsTheSameWithAnyNumberOfJobs(StrategyFactory strategy) {
        CampaignSetup setup = CampaignSetup.of(Bug.VOTES_TWICE, 700).strategy(strategy).goingOn();
        Campaign one = setup.campaign().covering();
        CampaignResult result = one.run(NO_TICK);
        assertEquals(700, result.tallies().values().stream().mapToLong(Tally::executions).sum());
        assertEquals(result.deliveries(), result.tallies().values().stream().mapToLong(Tally::deliveries).sum());
        assertTrue(result.tallies().values().stream().anyMatch(tally -> tally.violations() > 0));
        assertEquals(one.coverage().abstractStates(), one.coverage().growth().at(700).abstractStates());
        assertTrue(one.coverage().growth().at(1).abstractStates() < one.coverage().abstractStates());
        for (int jobs : new int[] {2, 3}) {
            Campaign several = setup.jobs(jobs).campaign().covering();
            assertEquals(result.tallies(), several.run(NO_TICK).tallies());
            assertEquals(one.coverage().abstractStatesByKind(), several.coverage().abstractStatesByKind());
            for (long executions : new long[] {1, 10, 100, 700}) {
                assertEquals(one.coverage().growth().at(executions), several.coverage().growth().at(executions));
            }
        }
    }

    @Test
    void executionsAreCountedByWhatChoseInThem() {
        StrategyFactory portfolio = Strategies.all().get(Strategies.all().size() - 1);
        CampaignResult result = CampaignSetup.of(Bug.NONE, 1000).strategy(portfolio).run();
        assertTrue(result.tallies().keySet().containsAll(List.of("random", "pct", "pct + feedback")),
                result.tallies()::toString);
        assertEquals(List.of("random"), List.copyOf(CampaignSetup.of(Bug.NONE, 10).run().tallies().keySet()));
    }

    static List<StrategyFactory> strategies() {
        return Strategies.all();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aTrialRunsTheExecutionsOfACampaign(StrategyFactory strategy) {
        CampaignSetup setup = CampaignSetup.of(Bug.VOTES_TWICE, 5000).strategy(strategy);
        Find find = setup.run().finds().get(0);
        CampaignOptions options = setup.options();
        Trial trial = new Trial(setup.target(), setup.target().invariants(), options.run(), options.settings());
        Trial.Result result = trial.run(strategy, options.header().seed(), FOREVER, () -> false);
        assertEquals(find.execution() + 1, result.executions());
        assertTrue(find.outcome().sameAs(result.find()));
        Trial.Result cut = trial.run(strategy, options.header().seed(), result.deliveries() - 1, () -> false);
        assertEquals(result, cut, "the execution in which a budget ends is finished");
        Trial.Result little = trial.run(strategy, options.header().seed(), 1, () -> false);
        assertEquals(1, little.executions());
        assertEquals(0, trial.run(strategy, options.header().seed(), FOREVER, () -> true).executions());
    }

    /** Executions of the next round wait for nobody who is not needed any more. */
    @ParameterizedTest
    @MethodSource("strategies")
    void aFindEndsARoundThatIsNeverFull(StrategyFactory strategy) {
        for (int jobs = 1; jobs <= 3; jobs++) {
            CampaignSetup setup = CampaignSetup.of(Bug.VOTES_TWICE, Long.MAX_VALUE).strategy(strategy).jobs(jobs);
            assertEquals(Ending.FOUND, setup.run().ending());
            Campaign stopped = CampaignSetup.of(Bug.NONE, Long.MAX_VALUE).strategy(strategy).jobs(jobs).campaign();
            assertEquals(Ending.STOPPED, stopped.run(() -> {
                if (stopped.executions() > 300) {
                    stopped.stop();
                }
            }).ending());
        }
    }

    /** Execution 0 is held up until a higher one has found something, and still is the one that counts. */
    @Test
    void theLowestExecutionWinsHoweverLateItIs() {
        CountDownLatch otherFound = new CountDownLatch(1);
        long lowestSeed = NodeRandom.seedOfExecution(1, 0);
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            if (world.seed() == lowestSeed) {
                await(otherFound);
            }
            world.port().failed(new Failure(node.index(), node.name(), new IllegalStateException()));
        });
        Campaign campaign = CampaignSetup.of(Bug.NONE, 100).with(target).jobs(2).campaign();
        CampaignResult result = campaign.run(() -> {
            if (!campaign.finds().isEmpty()) {
                otherFound.countDown();
            }
        });
        assertEquals(List.of(0L), result.finds().stream().map(Find::execution).toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"VOTES_TWICE", "FORGETS"})
    void whatIsFoundReplays(Bug bug) {
        Find find = CampaignSetup.of(bug, 5000).run().finds().get(0);
        ToyTarget target = ToyTarget.of(3, bug);
        try (Replayer replayer =
                new Replayer(target, target.invariants(), find.schedule().header())) {
            assertTrue(find.outcome().sameAs(replayer.strict(find.schedule(), StepListener.NONE).outcome()));
        }
        assertEquals("one-leader", find.schedule().header().violation());
    }

    @Test
    void withoutABugThereIsNothingToFind() {
        CampaignResult result = CampaignSetup.of(Bug.NONE, 300).jobs(2).run();
        assertEquals(Ending.BUDGET, result.ending());
        assertEquals(List.of(), result.finds());
        assertEquals(300, result.executions());
        assertTrue(result.deliveries() > 300);
    }

    @Test
    void aTimeThatIsUpEndsIt() {
        AtomicLong now = new AtomicLong();
        CampaignOptions options = CampaignSetup.of(Bug.NONE, Long.MAX_VALUE).nanos(100).jobs(2).options();
        CampaignResult result =
                new Campaign(() -> ToyTarget.of(3, Bug.NONE), options, now::get).run(() -> now.addAndGet(60));
        assertEquals(Ending.BUDGET, result.ending());
        assertTrue(result.nanos() > 100);
    }

    @Test
    void stopEndsIt() {
        Campaign campaign = CampaignSetup.of(Bug.NONE, Long.MAX_VALUE).jobs(2).campaign();
        assertEquals(Ending.STOPPED, campaign.run(campaign::stop).ending());
    }

    @Test
    void stoppedBeforeItBeginsItRunsNothing() {
        Campaign campaign = CampaignSetup.of(Bug.NONE, Long.MAX_VALUE).campaign();
        campaign.stop();
        CampaignResult result = campaign.run(NO_TICK);
        assertEquals(Ending.STOPPED, result.ending());
        assertEquals(0, result.executions());
    }

    @Test
    void goingOnFindsTheFirstOfEachShape() {
        ToyTarget throwing = ToyTarget.of(3, Bug.VOTES_TWICE).withOnStart((world, node) -> {
            if (node.incarnation() == 2) {
                world.port().failed(new Failure(
                        node.index(), node.name(), new IllegalStateException("second start")));
            }
        });
        CampaignSetup setup = CampaignSetup.of(Bug.NONE, 200).with(throwing).goingOn();
        CampaignResult one = setup.run();
        assertEquals(200, one.executions());
        assertEquals(
                List.of("nothing-thrown IllegalStateException", "one-leader"),
                one.finds().stream().map(Find::shape).sorted().toList());
        assertEquals(bytes(one), bytes(setup.jobs(4).run()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
