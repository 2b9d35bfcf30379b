package dev.heddle.minimizer.pass;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.minimizer.Execution;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Plan;
import java.util.List;
import java.util.Set;
import java.util.function.Function;

/** The passes there are. To add one, implement {@link Pass} and list it here. */
public final class Passes {
    /** Nothing is put off where there are fewer events: the other passes cope with those. */
    private static final int LONG = 60;
    /** How many detours are of these kinds: what led to something shorter more often is tried more often. */
    private static final double CASTS = 0.35;
    private static final double TRANSPLANTS = 0.15;
    private static final double POSTPONEMENTS = 0.05;

    private Passes() {}

    /**
     * Everything, in the order in which each is tried first. Nothing gets more nodes than the first execution has.
     *
     * @param faults the kinds that may be put in where that makes an execution shorter
     */
    public static Function<Execution, Plan> all(Set<FaultKind> faults) {
        return start -> all(faults, start.nodes());
    }

    private static Plan all(Set<FaultKind> faults, List<String> largest) {
        Pass singles = new Singles();
        Recast recast = new Recast(largest);
        return new Plan(
                List.of(new NoFairEnd(), new CausalCut(), new FewerNodes(), new Externals(),
                        Chunks.putOff(LONG), Chunks.removed(), new Offspring(), new MilderFaults(), singles),
                List.of(singles, new Offspring(), new FewerNodes(), new MilderFaults(), new NoFairEnd()),
                List.of(singles, new CommandTexts(), new NodeNames(), new Switches()),
                List.of(new StandIns(faults), recast),
                singles,
                new Detour(new Exchange(faults), new Detour.Kind(CASTS, recast),
                        new Detour.Kind(TRANSPLANTS, new Transplant()),
                        new Detour.Kind(POSTPONEMENTS, new Postponement())));
    }
}
