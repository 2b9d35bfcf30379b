package dev.heddle.minimizer.pass;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.minimizer.Pass;
import dev.heddle.minimizer.Plan;
import java.util.List;
import java.util.Set;

/** The passes there are. To add one, implement {@link Pass} and list it here. */
public final class Passes {
    /** Nothing is put off where there are fewer events: the other passes cope with those. */
    private static final int LONG = 60;

    private Passes() {}

    /**
     * Everything, in the order in which each is tried first.
     *
     * @param faults the kinds that may be put in where that makes an execution shorter
     */
    public static Plan all(Set<FaultKind> faults) {
        Pass singles = new Singles();
        return new Plan(
                List.of(new NoFairEnd(), new CausalCut(), new FewerNodes(), new Externals(),
                        Chunks.putOff(LONG), Chunks.removed(), new Offspring(), new MilderFaults(), singles),
                List.of(singles, new Offspring(), new FewerNodes(), new MilderFaults(), new NoFairEnd()),
                List.of(singles, new CommandTexts(), new NodeNames(), new Switches()),
                List.of(new StandIns(faults), new Recast()),
                singles,
                new Detour(new Exchange(faults), new Recast(), new Transplant(), new Postponement()));
    }
}
