package dev.heddle.raft;

import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.List;

/**
 * The decisions of the algorithm, each a component that can be replaced on its own.
 *
 * @param election what elections decide (§5.2)
 * @param replication what replicating the log decides (§5.3, §5.4)
 * @param durability how the durable state gets onto storage
 * @param snapshots what log compaction and restarts decide (§7)
 * @param membership what changes of the membership decide (§6)
 * @param clients what serving clients decides (thesis §6)
 */
public record Rules(ElectionRules election, ReplicationRules replication, Durability durability,
        SnapshotRules snapshots, MembershipRules membership, ClientRules clients) {

    private static final Rules CORRECT =
            new Rules(ElectionRules.CORRECT, ReplicationRules.CORRECT, Durability::writeAndSync,
                    SnapshotRules.CORRECT, MembershipRules.CORRECT, ClientRules.CORRECT);

    /** Raft as the paper has it. */
    public static Rules correct() {
        return CORRECT;
    }

    public Rules withElection(ElectionRules election) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    public Rules withReplication(ReplicationRules replication) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    public Rules withDurability(Durability durability) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    public Rules withSnapshots(SnapshotRules snapshots) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    public Rules withMembership(MembershipRules membership) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    public Rules withClients(ClientRules clients) {
        return new Rules(election, replication, durability, snapshots, membership, clients);
    }

    /** The names of the components that differ, such as {@code election.tally}, in the order of declaration. */
    public List<String> differencesFrom(Rules other) {
        List<String> names = new ArrayList<>();
        collect("", this, other, names);
        return names;
    }

    private static void collect(String prefix, Record here, Record there, List<String> names) {
        for (RecordComponent component : here.getClass().getRecordComponents()) {
            Object mine = value(component, here);
            Object theirs = value(component, there);
            if (mine instanceof Record group && theirs instanceof Record otherGroup) {
                collect(prefix + component.getName() + ".", group, otherGroup, names);
            } else if (mine != theirs) {
                names.add(prefix + component.getName());
            }
        }
    }

    private static Object value(RecordComponent component, Record of) {
        try {
            return component.getAccessor().invoke(of);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("the accessor of a public record must be callable", e);
        }
    }
}
