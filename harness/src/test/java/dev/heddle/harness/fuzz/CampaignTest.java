package dev.heddle.harness.fuzz;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fuzz.CampaignResult.Ending;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.run.Replayer;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.StepListener;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.strategy.Strategies;
import dev.heddle.harness.strategy.StrategyFactory;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class CampaignTest {
    private static final long FOREVER = Long.MAX_VALUE;
    private static final Runnable NO_TICK = () -> {};

    private record Setup(
            ToyTarget target, long seed, long executions, long timeNanos, int jobs, boolean keepGoing,
            StrategyFactory strategy) {
        static Setup of(Bug bug, long executions) {
            return new Setup(ToyTarget.of(3, bug), 1, executions, FOREVER, 1, false, Strategies.all().get(0));
        }

        Setup strategy(StrategyFactory other) {
            return new Setup(target, seed, executions, timeNanos, jobs, keepGoing, other);
        }

        Setup with(ToyTarget other) {
            return new Setup(other, seed, executions, timeNanos, jobs, keepGoing, strategy);
        }

        Setup jobs(int number) {
            return new Setup(target, seed, executions, timeNanos, number, keepGoing, strategy);
        }

        Setup seed(long number) {
            return new Setup(target, number, executions, timeNanos, jobs, keepGoing, strategy);
        }

        Setup nanos(long limit) {
            return new Setup(target, seed, executions, limit, jobs, keepGoing, strategy);
        }

        Setup goingOn() {
            return new Setup(target, seed, executions, timeNanos, jobs, true, strategy);
        }

        CampaignOptions options() {
            return new CampaignOptions(
                    Header.of("toy", 3, seed),
                    target.invariants().stream().map(Invariant::id).collect(Collectors.toSet()),
                    RunOptions.on(NetworkKind.FIFO).withMaxDeliveries(80),
                    strategy,
                    target.settings(NetworkKind.FIFO),
                    executions,
                    timeNanos,
                    jobs,
                    keepGoing);
        }

        Campaign campaign() {
            return new Campaign(() -> target, options());
        }

        CampaignResult run() {
            return campaign().run(NO_TICK);
        }
    }

    private static List<String> bytes(CampaignResult result) {
        return result.finds().stream()
                .map(f -> f.execution() + " " + f.shape() + "\n" + ScheduleFormat.write(f.schedule()))
                .toList();
    }

    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5})
    void anyNumberOfJobsFindsTheSameBytes(long seed) {
        Setup setup = Setup.of(Bug.VOTES_TWICE, 5000).seed(seed);
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
        Setup setup = Setup.of(Bug.NONE, 1500).with(rare).strategy(strategy).goingOn();
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
        Setup setup = Setup.of(Bug.VOTES_TWICE, 700).strategy(strategy).goingOn();
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
        CampaignResult result = Setup.of(Bug.NONE, 1000).strategy(portfolio).run();
        assertTrue(result.tallies().keySet().containsAll(List.of("random", "pct", "pct + feedback")),
                result.tallies()::toString);
        assertEquals(List.of("random"), List.copyOf(Setup.of(Bug.NONE, 10).run().tallies().keySet()));
    }

    static List<StrategyFactory> strategies() {
        return Strategies.all();
    }

    @ParameterizedTest
    @MethodSource("strategies")
    void aTrialRunsTheExecutionsOfACampaign(StrategyFactory strategy) {
        Setup setup = Setup.of(Bug.VOTES_TWICE, 5000).strategy(strategy);
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
            Setup setup = Setup.of(Bug.VOTES_TWICE, Long.MAX_VALUE).strategy(strategy).jobs(jobs);
            assertEquals(Ending.FOUND, setup.run().ending());
            Campaign stopped = Setup.of(Bug.NONE, Long.MAX_VALUE).strategy(strategy).jobs(jobs).campaign();
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
        Campaign campaign = Setup.of(Bug.NONE, 100).with(target).jobs(2).campaign();
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
        Find find = Setup.of(bug, 5000).run().finds().get(0);
        ToyTarget target = ToyTarget.of(3, bug);
        try (Replayer replayer =
                new Replayer(target, target.invariants(), find.schedule().header())) {
            assertTrue(find.outcome().sameAs(replayer.strict(find.schedule(), StepListener.NONE).outcome()));
        }
        assertEquals("one-leader", find.schedule().header().violation());
    }

    @Test
    void withoutABugThereIsNothingToFind() {
        CampaignResult result = Setup.of(Bug.NONE, 300).jobs(2).run();
        assertEquals(Ending.BUDGET, result.ending());
        assertEquals(List.of(), result.finds());
        assertEquals(300, result.executions());
        assertTrue(result.deliveries() > 300);
    }

    @Test
    void aTimeThatIsUpEndsIt() {
        AtomicLong now = new AtomicLong();
        CampaignOptions options = Setup.of(Bug.NONE, Long.MAX_VALUE).nanos(100).jobs(2).options();
        CampaignResult result =
                new Campaign(() -> ToyTarget.of(3, Bug.NONE), options, now::get).run(() -> now.addAndGet(60));
        assertEquals(Ending.BUDGET, result.ending());
        assertTrue(result.nanos() > 100);
    }

    @Test
    void stopEndsIt() {
        Campaign campaign = Setup.of(Bug.NONE, Long.MAX_VALUE).jobs(2).campaign();
        assertEquals(Ending.STOPPED, campaign.run(campaign::stop).ending());
    }

    @Test
    void stoppedBeforeItBeginsItRunsNothing() {
        Campaign campaign = Setup.of(Bug.NONE, Long.MAX_VALUE).campaign();
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
        Setup setup = Setup.of(Bug.NONE, 200).with(throwing).goingOn();
        CampaignResult one = setup.run();
        assertEquals(200, one.executions());
        assertEquals(
                List.of("nothing-thrown IllegalStateException", "one-leader"),
                one.finds().stream().map(Find::shape).sorted().toList());
        assertEquals(bytes(one), bytes(setup.jobs(4).run()));
    }

    @Test
    void anExceptionOfAWorkerSurfaces() {
        IllegalStateException broken = new IllegalStateException("the target does not open");
        Supplier<Target> targets = () -> {
            throw broken;
        };
        Campaign campaign = new Campaign(targets, Setup.of(Bug.NONE, 10).jobs(2).options());
        assertSame(
                broken, assertThrows(IllegalStateException.class, () -> campaign.run(NO_TICK)).getCause());
    }

    @Test
    void anExceptionOfTheAdapterSurfaces() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            throw new IllegalArgumentException("ours");
        });
        Campaign campaign = Setup.of(Bug.NONE, 10).with(target).jobs(2).campaign();
        Throwable cause =
                assertThrows(IllegalStateException.class, () -> campaign.run(NO_TICK)).getCause();
        assertEquals("ours", assertInstanceOf(IllegalArgumentException.class, cause).getMessage());
    }

    @Test
    void aBreachIsAFindAndNothingAboveItCounts() {
        ToyTarget sleeper = ToyTarget.of(3, Bug.VOTES_TWICE).withOnStart((world, node) -> {
            if (node.incarnation() == 2) {
                world.port().breach(new RuleBreach("it slept", "do not", new Throwable()));
            }
        });
        Setup setup = Setup.of(Bug.NONE, 500).with(sleeper);
        List<String> expected = bytes(setup.goingOn().run());
        for (int jobs : new int[] {2, 4}) {
            assertEquals(expected, bytes(setup.goingOn().jobs(jobs).run()));
        }
        List<Find> finds = setup.goingOn().run().finds();
        Find last = finds.get(finds.size() - 1);
        assertEquals("it slept", assertInstanceOf(Outcome.Rejected.class, last.outcome()).breach().what());
        assertEquals("", last.schedule().header().violation());
    }

    /** The handler hangs until the test lets it go; the campaign does not wait for that. */
    @Test
    void aHandlerThatHangsIsNoticed() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Thread> hanging = new AtomicReference<>();
        AtomicLong now = new AtomicLong();
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            if (node.index() == 1) {
                hanging.set(Thread.currentThread());
                await(release);
            }
        });
        Campaign campaign =
                new Campaign(() -> target, Setup.of(Bug.NONE, 10).with(target).options(), now::get);
        CampaignResult result = campaign.run(() -> {
            if (hanging.get() != null) {
                now.addAndGet(Watchdog.LIMIT_NANOS);
            }
        });
        assertEquals(Ending.HUNG, result.ending());
        Find find = result.finds().get(0);
        assertEquals(0, find.execution());
        assertEquals(2, find.schedule().events().size(), "it ends with the event that hangs");
        RuleBreach breach = assertInstanceOf(Outcome.Rejected.class, find.outcome()).breach();
        assertTrue(Stream.of(breach.culprit().getStackTrace()).anyMatch(f -> f.getMethodName().equals("await")));
        assertTrue(hanging.get().isAlive());
        assertTrue(hanging.get().isDaemon());
        release.countDown();
        hanging.get().join();
        assertFalse(hanging.get().isAlive());
    }

    /** The find of a lower execution, which takes its time, is not lost to the hang of a higher one. */
    @Test
    void aHangDoesNotLoseWhatLowerExecutionsFind() throws InterruptedException {
        CountDownLatch hangs = new CountDownLatch(1);
        CountDownLatch firstStepMayEnd = new CountDownLatch(1);
        CountDownLatch secondStep = new CountDownLatch(1);
        CountDownLatch noticed = new CountDownLatch(1);
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Thread> hanging = new AtomicReference<>();
        AtomicLong now = new AtomicLong();
        long lowestSeed = NodeRandom.seedOfExecution(1, 0);
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            if (world.seed() != lowestSeed) {
                hanging.set(Thread.currentThread());
                hangs.countDown();
                await(release);
            } else if (firstStepMayEnd.getCount() > 0) {
                await(firstStepMayEnd);
            } else {
                secondStep.countDown();
                await(noticed);
                world.port().failed(new Failure(node.index(), node.name(), new IllegalStateException()));
            }
        });
        Campaign campaign = new Campaign(() -> target, Setup.of(Bug.NONE, 10).with(target).jobs(2).options(), now::get);
        // A tick follows a look at every worker: what began before a tick has been seen by the next.
        int[] ticks = {0, 0};
        CampaignResult result = campaign.run(() -> {
            if (!campaign.finds().isEmpty()) {
                noticed.countDown();
            } else if (hangs.getCount() == 0 && firstStepMayEnd.getCount() > 0 && ticks[0]++ == 1) {
                now.set(Watchdog.LIMIT_NANOS / 2);
                firstStepMayEnd.countDown();
            } else if (secondStep.getCount() == 0 && ticks[1]++ == 1) {
                now.set(Watchdog.LIMIT_NANOS);
            }
        });
        assertInstanceOf(Outcome.Violated.class, result.finds().get(0).outcome());
        assertEquals(Ending.HUNG, result.ending());
        assertEquals(List.of(0L), result.finds().stream().map(Find::execution).toList());
        release.countDown();
        hanging.get().join();
    }

    @Test
    void aTargetThatHangsWhileItOpensIsNoticed() throws InterruptedException {
        CountDownLatch release = new CountDownLatch(1);
        AtomicReference<Thread> hanging = new AtomicReference<>();
        AtomicLong now = new AtomicLong();
        Supplier<Target> targets = () -> {
            hanging.set(Thread.currentThread());
            await(release);
            throw new IllegalStateException("nobody is left to see it");
        };
        Campaign campaign = new Campaign(targets, Setup.of(Bug.NONE, 10).options(), now::get);
        CampaignResult result = campaign.run(() -> {
            if (hanging.get() != null) {
                now.addAndGet(Watchdog.OPENING_LIMIT_NANOS);
            }
        });
        assertEquals(Ending.HUNG, result.ending());
        Find find = result.finds().get(0);
        assertEquals(0, find.schedule().events().size());
        RuleBreach breach = assertInstanceOf(Outcome.Rejected.class, find.outcome()).breach();
        assertEquals("the target has been opening for 30 s", breach.what());
        release.countDown();
        hanging.get().join();
    }

    @Test
    void whatTheUserWroteForTheHarnessEndsItWithTheScheduleSoFar() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            if (node.incarnation() == 2) {
                throw HookError.threw("props", new IllegalStateException("mine"));
            }
        });
        Setup setup = Setup.of(Bug.NONE, 500).with(target);
        Find find = setup.run().finds().get(0);
        HookError error = assertInstanceOf(Outcome.Faulty.class, find.outcome()).error();
        assertTrue(error.getMessage().matches("props threw java.lang.IllegalStateException: mine"
                + " \\(at dev.heddle.*CampaignTest.java:\\d+\\)\\)"), error.getMessage());
        assertTrue(ScheduleFormat.write(find.schedule()).contains("recover "));
        assertEquals(bytes(setup.goingOn().run()), bytes(setup.goingOn().jobs(4).run()));
    }

    private static void await(CountDownLatch latch) {
        try {
            latch.await();
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }
}
