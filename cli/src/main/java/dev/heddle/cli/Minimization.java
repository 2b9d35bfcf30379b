package dev.heddle.cli;

import dev.heddle.cli.process.FreshJvm;
import dev.heddle.cli.text.Progress;
import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.fuzz.WallClock;
import dev.heddle.harness.run.RunOptions;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.Quantity;
import dev.heddle.harness.schedule.Schedule;
import dev.heddle.harness.schedule.ScheduleFormat;
import dev.heddle.harness.world.RuleBreach;
import dev.heddle.minimizer.BrokenRulesException;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Minimized;
import dev.heddle.minimizer.Minimizer;
import dev.heddle.minimizer.MinimizerListener;
import dev.heddle.minimizer.MinimizerOptions;
import dev.heddle.minimizer.UnreliableException;
import dev.heddle.minimizer.engine.EngineExperiment;
import dev.heddle.minimizer.engine.Narrative;
import dev.heddle.minimizer.engine.FreshExecutions;
import dev.heddle.minimizer.pass.Passes;
import dev.heddle.minimizer.prove.Proof;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Function;

/**
 * Makes a schedule small and keeps its files: what {@code fuzz} does with its find, and {@code minimize}
 * with what it is given. The best so far is on disk while it works.
 *
 * @param number of the find that it is about among those of the run, from 0
 * @param invariants ids of those that are checked
 * @param faults the kinds that may be put in where that makes an execution shorter
 * @param prove whether everything that is shorter is tried as well
 * @param fresh how executions are made afresh
 * @param replay the arguments that replay a schedule
 */
record Minimization(
        Environment environment,
        Output output,
        Subject subject,
        RunFiles files,
        int number,
        List<String> invariants,
        int checkEvery,
        Set<FaultKind> faults,
        MinimizerOptions options,
        boolean prove,
        FreshExecutions fresh,
        Progress progress,
        Function<Path, List<String>> replay) {
    private static final long SAVE_EVERY_NANOS = 1_000_000_000L;

    /** Minimizes; what comes of it is on disk. */
    MinimizeResult of(Schedule schedule) {
        List<EngineExperiment> experiments = new CopyOnWriteArrayList<>();
        Watch watch = new Watch(schedule, experiments);
        Minimizer minimizer = minimizer(experiments, options, watch);
        Proving proving = new Proving(
                subject.anotherOfAnySize(), () -> experiment(experiments), runOptions(subject.header()), progress);
        environment.interrupts().onInterrupt(() -> {
            minimizer.stop();
            proving.stop();
            environment.freshJvm().killAll();
        });
        long endNanos = WallClock.nanos() + options.timeNanos();
        try {
            Minimized minimized = minimizer.run(schedule);
            Proof proof = prove ? proving.of(minimized.execution(), left(endNanos)) : null;
            while (proof != null && proof.shorter() != null) {
                MinimizerOptions rest = new MinimizerOptions(options.jobs(), options.replays(), left(endNanos));
                minimized = minimized.then(minimizer(experiments, rest, watch).run(proof.shorter().schedule()));
                proof = proving.of(minimized.execution(), left(endNanos));
            }
            return kept(schedule, minimized, proof);
        } catch (UnreliableException e) {
            return MinimizeResult.refused(e.getMessage(), e.absent() ? ExitCode.NOT_REPRODUCED : ExitCode.DIVERGED);
        } catch (Proving.HangsException e) {
            environment.threadLeftBehind().set(true);
            return MinimizeResult.refused("while everything was tried, " + e.breach.what(), ExitCode.REJECTED)
                    .savedAt(watch.file);
        } catch (BrokenRulesException e) {
            RuleBreach breach = e.breach();
            return MinimizeResult.refused(
                            "while the violation was confirmed, " + breach.what() + ": " + breach.remedy(),
                            ExitCode.REJECTED)
                    .savedAt(watch.saveBest());
        } catch (HungException e) {
            minimizer.stop();
            environment.threadLeftBehind().set(true);
            return MinimizeResult.refused("a candidate made the target hang: " + e.breach.what(), ExitCode.REJECTED)
                    .savedAt(watch.file);
        } finally {
            progress.clear();
        }
    }

    private Minimizer minimizer(List<EngineExperiment> experiments, MinimizerOptions work, Watch watch) {
        return new Minimizer(() -> experiment(experiments), Passes.all(faults), work, watch);
    }

    private static long left(long endNanos) {
        return Math.max(1, endNanos - WallClock.nanos());
    }

    private EngineExperiment experiment(List<EngineExperiment> all) {
        EngineExperiment experiment = new EngineExperiment(
                subject.anotherOfAnySize(), Set.copyOf(invariants), runOptions(subject.header()), fresh);
        all.add(experiment);
        return experiment;
    }

    private RunOptions runOptions(Header header) {
        return RunOptions.on(header.network()).withTiming(header.timing()).withCheckEvery(checkEvery);
    }

    private MinimizeResult kept(Schedule from, Minimized minimized, Proof proof) {
        Execution smallest = minimized.execution();
        Path file = files.saveSchedule(name(), text(smallest, from));
        files.save(RunFiles.name("minimized", number, ".trace"), trace(smallest));
        List<Path> others = new ArrayList<>();
        for (Execution other : minimized.others()) {
            others.add(files.saveNext("other", text(other, from)));
        }
        MinimizeResult result = MinimizeResult.of(minimized, proof, file, others);
        return file == null || environment.interrupts().requested() ? result : verified(result);
    }

    private String name() {
        return RunFiles.name("minimized", number, ".schedule");
    }

    private static String text(Execution execution, Schedule from) {
        Schedule schedule = execution.schedule();
        Header header = schedule.header().withViolation(execution.violation().shape());
        String what = execution.violation().invariant() + ": " + execution.violation().detail();
        return ScheduleFormat.write(
                new Schedule(header, schedule.events()),
                List.of(what, "minimized from " + from.length()));
    }

    /** What happened in words, then step by step. */
    private String trace(Execution execution) {
        return new Narrative(subject.anotherOfAnySize(), subject::right, invariants, runOptions(subject.header()))
                .of(execution.schedule(), execution.violation());
    }

    /** What a strict replay in a JVM of its own says of it. */
    private MinimizeResult verified(MinimizeResult result) {
        FreshJvm.Result said;
        try {
            said = environment.freshJvm().run(List.of(), replay.apply(result.schedule()));
        } catch (IOException e) {
            return unverifiable(result, e.getMessage());
        }
        if (said.exit() == ExitCode.VIOLATION) {
            return result.verified();
        } else if (environment.interrupts().requested() || said.exit() == ExitCode.INTERRUPTED) {
            return result;
        }
        String words = (said.out() + said.err()).strip();
        if (!List.of(ExitCode.DIVERGED, ExitCode.NOT_REPRODUCED, ExitCode.REJECTED).contains(said.exit())) {
            return unverifiable(result, "it ended with exit code " + said.exit() + (words.isEmpty() ? "" : ": " + words));
        }
        Path renamed = files.rename(result.schedule(), "unverified-" + name());
        return result.unverified(
                renamed, words.replace(result.schedule().toString(), renamed.toString()),
                said.exit() == ExitCode.REJECTED ? ExitCode.REJECTED : ExitCode.DIVERGED);
    }

    /** Says nothing about the target: that JVM did not come to a result. */
    private MinimizeResult unverifiable(MinimizeResult result, String why) {
        output.note("heddle: the minimized schedule could not be verified in a fresh JVM: " + why);
        return result;
    }

    /** A candidate does not come to an end. */
    private static final class HungException extends RuntimeException {
        private static final long serialVersionUID = 1L;
        private final transient RuleBreach breach;

        HungException(RuleBreach breach) {
            super(breach.what());
            this.breach = breach;
        }
    }

    /** Looks at the work while it goes on. */
    private final class Watch implements MinimizerListener {
        private final Schedule from;
        private final List<EngineExperiment> experiments;
        private Execution best;
        private Execution saved;
        private Path file;
        private long savedNanos;

        Watch(Schedule from, List<EngineExperiment> experiments) {
            this.from = from;
            this.experiments = experiments;
        }

        @Override
        public void progress(String stage, Execution best, long replays) {
            for (EngineExperiment experiment : experiments) {
                RuleBreach breach = experiment.hangs();
                if (breach != null) {
                    throw new HungException(breach);
                }
            }
            this.best = best;
            if (best == null) {
                return;
            }
            progress.update(() -> String.format(Locale.ROOT, "minimizing (%s): %s, %s", stage, best.schedule().length(),
                    Quantity.of(replays, "replay")));
            if (WallClock.nanos() - savedNanos > SAVE_EVERY_NANOS) {
                saveBest();
            }
        }

        /** The file with the best so far, or null where there is none. */
        Path saveBest() {
            if (best != saved) {
                saved = best;
                savedNanos = WallClock.nanos();
                file = files.saveSchedule(name(), text(best, from));
            }
            return file;
        }
    }
}
