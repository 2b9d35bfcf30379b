package dev.heddle.harness.fuzz;

import static dev.heddle.harness.fuzz.CampaignSetup.NO_TICK;
import static dev.heddle.harness.fuzz.CampaignSetup.bytes;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.harness.fuzz.CampaignResult.Ending;
import dev.heddle.harness.invariant.Failure;
import dev.heddle.harness.random.NodeRandom;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.strategy.Outcome;
import dev.heddle.harness.toy.Bug;
import dev.heddle.harness.toy.ToyTarget;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicLong;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What targets do that they must not, and what becomes of the campaign. */
class CampaignOfBrokenTargetTest {
    @Test
    void anExceptionOfAWorkerSurfaces() {
        IllegalStateException broken = new IllegalStateException("the target does not open");
        Supplier<Target> targets = () -> {
            throw broken;
        };
        Campaign campaign = new Campaign(targets, CampaignSetup.of(Bug.NONE, 10).jobs(2).options());
        assertSame(
                broken, assertThrows(IllegalStateException.class, () -> campaign.run(NO_TICK)).getCause());
    }

    @Test
    void anExceptionOfTheAdapterSurfaces() {
        ToyTarget target = ToyTarget.of(3, Bug.NONE).withOnStart((world, node) -> {
            throw new IllegalArgumentException("ours");
        });
        Campaign campaign = CampaignSetup.of(Bug.NONE, 10).with(target).jobs(2).campaign();
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
        CampaignSetup setup = CampaignSetup.of(Bug.NONE, 500).with(sleeper);
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
                new Campaign(() -> target, CampaignSetup.of(Bug.NONE, 10).with(target).options(), now::get);
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
        CampaignOptions options = CampaignSetup.of(Bug.NONE, 10).with(target).jobs(2).options();
        Campaign campaign = new Campaign(() -> target, options, now::get);
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
        Campaign campaign = new Campaign(targets, CampaignSetup.of(Bug.NONE, 10).options(), now::get);
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
        CampaignSetup setup = CampaignSetup.of(Bug.NONE, 500).with(target);
        Find find = setup.run().finds().get(0);
        HookError error = assertInstanceOf(Outcome.Faulty.class, find.outcome()).error();
        assertTrue(error.getMessage().matches("props threw java.lang.IllegalStateException: mine"
                + " \\(at dev.heddle.*CampaignOfBrokenTargetTest.java:\\d+\\)\\)"), error.getMessage());
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
