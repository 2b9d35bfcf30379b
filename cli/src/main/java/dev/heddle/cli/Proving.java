package dev.heddle.cli;

import dev.heddle.cli.text.Progress;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.world.HookError;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.prove.Proof;
import dev.heddle.minimizer.prove.Prover;
import dev.heddle.minimizer.prove.ProverOptions;
import dev.heddle.minimizer.prove.Unprovable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.function.IntFunction;
import java.util.function.Supplier;

/** Looks for a shorter execution on a thread of its own, watched from this one. */
final class Proving {
    private static final long POLL_MILLIS = 100;

    private final IntFunction<Target> targets;
    private final Supplier<EngineExperiment> experiments;
    private final RunOptions run;
    private final Progress progress;
    private volatile Prover prover;
    private volatile EngineExperiment experiment;
    private volatile boolean stopped;

    Proving(IntFunction<Target> targets, Supplier<EngineExperiment> experiments, RunOptions run, Progress progress) {
        this.targets = targets;
        this.experiments = experiments;
        this.run = run;
        this.progress = progress;
    }

    /** A handler does not come to an end. */
    static final class HangsException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        final transient RuleBreach breach;

        HangsException(RuleBreach breach) {
            super(breach.what());
            this.breach = breach;
        }
    }

    /** Ends it soon, with what is proven by then. Any thread may call it. */
    void stop() {
        stopped = true;
        Prover working = prover;
        if (working != null) {
            working.stop();
        }
    }

    /** Tries everything that is shorter. */
    Proof of(Execution known, long timeNanos) {
        FutureTask<Proof> work = new FutureTask<>(() -> tried(known, timeNanos));
        Thread thread = new Thread(work, "heddle-prover");
        thread.setDaemon(true);
        thread.start();
        while (true) {
            try {
                watch();
                return work.get(POLL_MILLIS, TimeUnit.MILLISECONDS);
            } catch (TimeoutException e) {
                continue;
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException("interrupted while waiting for the proof", e);
            } catch (ExecutionException e) {
                throw e.getCause() instanceof RuntimeException own
                        ? own
                        : new IllegalStateException(e.getCause().toString(), e.getCause());
            }
        }
    }

    private void watch() {
        Prover working = prover;
        EngineExperiment confirming = experiment;
        RuleBreach breach = working == null ? null : working.hangs();
        breach = breach == null && confirming != null ? confirming.hangs() : breach;
        if (breach != null) {
            throw new HangsException(breach);
        }
        if (working != null) {
            progress.update(() -> "proving: " + working.progress());
        }
    }

    private Proof tried(Execution known, long timeNanos) {
        try (EngineExperiment own = experiments.get();
                Prover working = new Prover(targets.apply(known.schedule().header().nodes()), own, known,
                        ProverOptions.on(run, timeNanos))) {
            experiment = own;
            prover = working;
            if (stopped) {
                working.stop();
            }
            return working.run(known.schedule().deliveries() - 1);
        } catch (Unprovable why) {
            return Proof.refused(why.getMessage());
        } catch (HookError error) {
            return Proof.refused("while everything was tried, " + error.getMessage());
        } finally {
            prover = null;
            experiment = null;
        }
    }
}
