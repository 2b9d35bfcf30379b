package dev.heddle.akka;

import dev.heddle.akka.jdk.Unwind;
import dev.heddle.harness.disk.PowerLoss;
import dev.heddle.harness.world.HookError;
import java.util.ArrayDeque;

/** What Akka does of itself within a step: mailboxes with system messages, its own tasks; in order, never nested. */
final class RunQueue {
    private final ArrayDeque<Runnable> waiting = new ArrayDeque<>();
    private final Steering steering;

    RunQueue(Steering steering) {
        this.steering = steering;
    }

    void add(Runnable work) {
        waiting.add(work);
    }

    /** Runs until nothing is left. */
    void drain() {
        Runnable work = waiting.poll();
        while (work != null) {
            run(work);
            work = waiting.poll();
        }
    }

    /** Runs one piece; what it throws past Akka's supervision ends there. */
    void run(Runnable work) {
        CellState outer = steering.running();
        try {
            work.run();
        } catch (Unwind | PowerLoss ended) {
            steering.running(outer);
        } catch (HookError theUsers) {
            steering.running(outer);
            throw theUsers;
        } catch (OutOfMemoryError exhausted) {
            steering.running(outer);
            steering.exhausted(exhausted);
        } catch (Throwable fatal) {
            steering.running(outer);
            steering.failed(steering.owner(), fatal);
        }
    }

    void clear() {
        waiting.clear();
    }
}
