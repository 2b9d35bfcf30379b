package dev.heddle.minimizer;

import java.util.ArrayList;
import java.util.List;

/**
 * What became of a schedule.
 *
 * @param start the execution of the schedule that was given
 * @param execution the smallest one that was found
 * @param stages how it was reached, in order; what led elsewhere is in the last one
 * @param replays the candidates that were run
 * @param oneMinimal true where every removal of a single event, and of every fault together with its end,
 *     was tried on the result and failed
 * @param others one execution of each other violation that was met on the way
 */
public record Minimized(
        Execution start,
        Execution execution,
        List<Stage> stages,
        long replays,
        long nanos,
        boolean oneMinimal,
        Ending ending,
        List<Execution> others) {
    /** Why the work ended. */
    public enum Ending {
        /** Nothing was left to try within the budget of replays. */
        DONE,
        /** The time was used up before everything was tried. */
        TIME,
        /** Somebody wanted it to end. */
        STOPPED
    }

    /** What came of going on from the result. */
    public Minimized then(Minimized next) {
        List<Stage> allStages = new ArrayList<>(stages);
        allStages.addAll(next.stages);
        List<Execution> allOthers = new ArrayList<>(others);
        allOthers.addAll(next.others);
        return new Minimized(start, next.execution, allStages, replays + next.replays, nanos + next.nanos,
                next.oneMinimal, next.ending, allOthers);
    }

    public Minimized {
        stages = List.copyOf(stages);
        others = List.copyOf(others);
    }
}
