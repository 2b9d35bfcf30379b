package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Each check of a simulation can fail: with one decision made wrongly, it does. */
class SimulationMutationTest {

    private static final int STEPS = 1000;
    private static final int SEEDS = 40_000;

    /** One wrong decision, and a property that breaks. */
    enum Mutation {
        VOTES_FOR_ALL("election-safety", election(e -> e.withVoteGrant(
                (state, call, steppedDown) -> call.term() == state.currentTerm()))),
        VOTES_FOR_SHORT_LOGS("leader-completeness", election(e -> e.withVoteGrant(
                (state, call, steppedDown) -> call.term() == state.currentTerm()
                        && (state.votedFor() == null || state.votedFor().equals(call.candidate()))))),
        PREVIOUS_ENTRY_NOT_CHECKED("log-matching", replication(r -> r.withPreviousEntry(
                (log, index, term) -> index <= log.lastIndex()))),
        EARLIER_TERMS_COUNTED("leader-completeness", replication(r -> r.withCommitTerm((entry, current) -> true))),
        FOLLOWER_TRUSTS_LEADER_COMMIT("state-machine-safety", replication(r -> r.withFollowerCommit(
                (leaderCommit, lastNewIndex) -> leaderCommit))),
        SNAPSHOT_KEEPS_CONFLICT("log-matching", snapshots(s -> s.withInstall(Log::startingWith))),
        SNAPSHOT_OF_LATEST_MEMBERSHIP("snapshot", snapshots(s -> s.withSnapshotMembership(
                (log, lastIndex) -> log.membership()))),
        SNAPSHOT_WITHOUT_MEMBERSHIP("snapshot", snapshots(s -> s.withSnapshotMembership((log, lastIndex) -> null))),
        NO_JOINT_CONSENSUS("election-safety", membership(m -> m.withFirstStep(
                (current, target) -> Membership.of(target)))),
        UNCOMMITTED_MEMBERSHIP_IGNORED("election-safety", membership(m -> m
                .withLeaderMembership(Mutation::committed).withCandidateMembership(Mutation::committed))),
        READS_BEFORE_COMMITMENT("linearizable-reads", clients(c -> c.withReadStart(leader -> true))),
        READS_NOT_CONFIRMED("linearizable-reads", clients(c -> c.withReadConfirmation((answered, round) -> true))),
        READS_CONFIRMED_BY_EARLIER_ROUNDS("linearizable-reads", clients(c -> c.withReadConfirmation(
                (answered, round) -> answered > 0))),
        LEASE_TOO_LONG("linearizable-reads", clients(c -> c.withLeaseTime((electionMin, drift) -> 2 * electionMin))),
        RETRIES_APPLIED_TWICE("exactly-once", clients(c -> c.withDuplicate((last, sequence) -> false))),
        FORGOTTEN_SESSIONS_BEGIN_AGAIN("exactly-once", clients(c -> c.withUnknownSession(limited -> true))),
        NOT_SYNCED("leader-completeness", rules -> rules.withDurability((before, after, storage) ->
                Durability.writeAndSync(before, after, new WithoutSync(storage)))),
        PRE_VOTES_BIND("convergence", election(e -> e.withPreVoteGrant((state, call, hearsLeader) ->
                !hearsLeader && call.term() > state.currentTerm() && state.votedFor() == null))),
        NEW_MAJORITY_ALONE("election-safety", membership(m -> m.withLeaderMembership(state ->
                state.log().membership() != null && state.log().membership().joint()
                        ? state.log().membership().settled() : state.log().membership())));

        private final String property;
        private final UnaryOperator<Rules> wrong;

        Mutation(String property, UnaryOperator<Rules> wrong) {
            this.property = property;
            this.wrong = wrong;
        }

        private static Membership committed(RaftState state) {
            return state.log().membershipAt(Math.max(state.log().baseIndex(), state.commitIndex()));
        }

        private static UnaryOperator<Rules> election(UnaryOperator<ElectionRules> wrong) {
            return rules -> rules.withElection(wrong.apply(rules.election()));
        }

        private static UnaryOperator<Rules> replication(UnaryOperator<ReplicationRules> wrong) {
            return rules -> rules.withReplication(wrong.apply(rules.replication()));
        }

        private static UnaryOperator<Rules> snapshots(UnaryOperator<SnapshotRules> wrong) {
            return rules -> rules.withSnapshots(wrong.apply(rules.snapshots()));
        }

        private static UnaryOperator<Rules> membership(UnaryOperator<MembershipRules> wrong) {
            return rules -> rules.withMembership(wrong.apply(rules.membership()));
        }

        private static UnaryOperator<Rules> clients(UnaryOperator<ClientRules> wrong) {
            return rules -> rules.withClients(wrong.apply(rules.clients()));
        }
    }

    /** A storage on which sync does nothing. */
    private record WithoutSync(Storage storage) implements Storage {
        @Override
        public void write(JournalRecord record) {
            storage.write(record);
        }

        @Override
        public void sync() {
        }

        @Override
        public Recovered recover() {
            return storage.recover();
        }
    }

    @ParameterizedTest
    @EnumSource
    void aWrongDecisionBreaksItsProperty(Mutation mutation) {
        Rules rules = mutation.wrong.apply(Rules.correct());
        Set<String> broken = new TreeSet<>();
        for (int seed = 0; seed < SEEDS && !broken.contains(mutation.property); seed++) {
            Simulation simulation = Simulation.drawn(seed, rules);
            String violation = Objects.requireNonNullElseGet(simulation.firstViolation(STEPS),
                    () -> Objects.requireNonNullElse(simulation.convergence(), "nothing"));
            broken.add(violation.split(":")[0]);
        }
        assertTrue(broken.contains(mutation.property), mutation + " breaks only " + broken);
    }
}
