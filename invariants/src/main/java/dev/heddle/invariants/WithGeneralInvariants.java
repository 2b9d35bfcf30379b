package dev.heddle.invariants;

import dev.heddle.harness.fault.FaultKind;
import dev.heddle.harness.invariant.Invariant;
import dev.heddle.harness.run.Preferences;
import dev.heddle.harness.run.Target;
import dev.heddle.harness.strategy.Workload;
import dev.heddle.harness.world.TargetSystem;
import dev.heddle.harness.world.World;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** A target with the general invariants added to its own. */
record WithGeneralInvariants(Target target) implements Target {
    @Override
    public List<Invariant> invariants() {
        List<Invariant> all = new ArrayList<>(target.invariants());
        for (Invariant general : GeneralInvariants.all()) {
            if (all.stream().noneMatch(own -> own.id().equals(general.id()))) {
                all.add(general);
            }
        }
        return all;
    }

    @Override
    public List<Invariant> optionalInvariants() {
        return target.optionalInvariants();
    }

    @Override
    public List<String> nodes() {
        return target.nodes();
    }

    @Override
    public Workload workload() {
        return target.workload();
    }

    @Override
    public int clients() {
        return target.clients();
    }

    @Override
    public Set<FaultKind> faults() {
        return target.faults();
    }

    @Override
    public Preferences preferences() {
        return target.preferences();
    }

    @Override
    public int settleMillis() {
        return target.settleMillis();
    }

    @Override
    public boolean interchangeableNodes() {
        return target.interchangeableNodes();
    }

    @Override
    public TargetSystem open(World world) {
        return target.open(world);
    }
}
