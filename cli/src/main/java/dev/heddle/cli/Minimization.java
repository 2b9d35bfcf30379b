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
import dev.heddle.harness.world.HookError;
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
 * @param replay the arguments that replay a schedule
 */
record Minimization(
        Environment environment,
        Output output,
        Subject subject,
        RunFiles files,
        int number,
        Terms terms,
        Progress progress,
        Function<Path, List<String>> replay) {

    /**
     * What holds for all of a run's finds.
     *
     * @param invariants ids of those that are checked
     * @param faults the kinds that may be put in where that makes an execution shorter
     * @param prove whether everything that is shorter is tried as well
     * @param fresh how executions are made afresh
     */
    record Terms(
            List<String> invariants,
            int checkEvery,
            Set<FaultKind> faults,
            FreshExecutions fresh,
            MinimizerOptions options,
            boolean prove) {}

    private static final long SAVE_EVERY_NANOS = 1_000_000_000L;
    private static final String CANDIDATE_HANGS = "a candidate made the target hang: ";

    /** Minimizes; what comes of it is on disk. */
    MinimizeResult of(Schedule schedule) {
        Watch watch = new Watch(schedule);
        Proving proving = new Proving(subject.anotherOfAnySize(), () -> experiment(watch.experiments),
                runOptions(subject.header()), progress);
        long endNanos = WallClock.nanos() + terms.options().timeNanos();
        try {
            Minimized minimized = run(schedule, terms.options(), watch, proving);
            return terms.prove()
                    ? proven(schedule, minimized, watch, proving, endNanos)
                    : kept(schedule, minimized, null);
        } catch (UnreliableException e) {
            return MinimizeResult.refused(e.getMessage(), e.absent() ? ExitCode.NOT_REPRODUCED : ExitCode.DIVERGED);
        } catch (BrokenRulesException e) {
            return MinimizeResult.rejected("while the violation was confirmed, ", e.breach())
                    .savedAt(watch.saveBest());
        } catch (HungException e) {
            environment.threadLeftBehind().set(true);
            return MinimizeResult.rejected(CANDIDATE_HANGS, e.breach).savedAt(watch.saveBest());
        } finally {
            progress.clear();
        }
    }

    /** Goes on from whatever shorter the proof finds; what does not hold leaves the last result as it was. */
    private MinimizeResult proven(
            Schedule from, Minimized first, Watch watch, Proving proving, long endNanos) {
        Minimized minimized = first;
        try {
            Proof proof = proving.of(minimized.execution(), left(endNanos));
            while (proof.shorter() != null) {
                MinimizerOptions rest = new MinimizerOptions(
                        terms.options().jobs(), terms.options().replays(), left(endNanos));
                try {
                    minimized = minimized.then(run(proof.shorter().schedule(), rest, watch, proving));
                } catch (UnreliableException e) {
                    return kept(from, minimized, unproven(proof, e.getMessage()));
                } catch (BrokenRulesException e) {
                    return kept(from, minimized, unproven(proof, e.breach().what() + ": " + e.breach().remedy()));
                }
                proof = proving.of(minimized.execution(), left(endNanos));
            }
            return kept(from, minimized, proof);
        } catch (Proving.HangsException e) {
            return hung(from, minimized, "while everything was tried, ", e.breach);
        } catch (HungException e) {
            return hung(from, minimized, CANDIDATE_HANGS, e.breach);
        }
    }

    /** What was minimized holds, whatever hangs while more is tried. */
    private MinimizeResult hung(Schedule from, Minimized minimized, String when, RuleBreach breach) {
        environment.threadLeftBehind().set(true);
        return kept(from, minimized, Proof.refused(MinimizeResult.told(when, breach))).thenRejected(when, breach);
    }

    private static Proof unproven(Proof proof, String why) {
        return new Proof(0, null, Proof.Ending.REFUSED,
                "something shorter was found, but could not be confirmed: " + why, proof.states(), proof.transitions(),
                proof.replays());
    }

    private Minimized run(Schedule schedule, MinimizerOptions work, Watch watch, Proving proving) {
        Minimizer minimizer = new Minimizer(
                () -> experiment(watch.experiments), Passes.all(terms.faults()), work, watch);
        environment.interrupts().onInterrupt(() -> {
            minimizer.stop();
            proving.stop();
            environment.freshJvm().killAll();
        });
        try {
            Minimized minimized = minimizer.run(schedule);
            watch.best = minimized.execution();
            return minimized;
        } catch (HungException e) {
            minimizer.stop();
            throw e;
        }
    }

    private static long left(long endNanos) {
        return Math.max(1, endNanos - WallClock.nanos());
    }

    private EngineExperiment experiment(List<EngineExperiment> all) {
        EngineExperiment experiment = new EngineExperiment(
                subject.anotherOfAnySize(), Set.copyOf(terms.invariants()), runOptions(subject.header()),
                terms.fresh());
        all.add(experiment);
        return experiment;
    }

    private RunOptions runOptions(Header header) {
        return RunOptions.on(header.network()).withTiming(header.timing()).withCheckEvery(terms.checkEvery());
    }

    private MinimizeResult kept(Schedule from, Minimized minimized, Proof proof) {
        Execution smallest = minimized.execution();
        Path file = files.saveSchedule(name(), text(smallest, from));
        saveTrace(smallest);
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

    /** What happened in words, then step by step; whatever goes wrong here has no part in the result. */
    private void saveTrace(Execution execution) {
        String name = RunFiles.name("minimized", number, ".trace");
        try {
            files.save(name, new Narrative(
                            subject.anotherOfAnySize(), subject::right, terms.invariants(),
                            runOptions(subject.header()))
                    .of(execution.schedule(), execution.violation()));
        } catch (HookError | RuntimeException e) {
            output.note("heddle: " + name + " could not be made: " + e);
        }
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
            return unverifiable(
                    result, "it ended with exit code " + said.exit() + (words.isEmpty() ? "" : ": " + words));
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
        private final List<EngineExperiment> experiments = new CopyOnWriteArrayList<>();
        private Execution best;
        private Execution saved;
        private Path file;
        private long savedNanos;

        Watch(Schedule from) {
            this.from = from;
        }

        @Override
        public void progress(String stage, Execution best, long replays) {
            for (EngineExperiment experiment : experiments) {
                RuleBreach breach = experiment.hangs();
                if (breach != null) {
                    throw new HungException(breach);
                }
            }
            if (best == null) {
                return;
            }
            this.best = best;
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
