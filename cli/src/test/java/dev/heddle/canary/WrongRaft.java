package dev.heddle.canary;

import dev.heddle.api.Definition;
import dev.heddle.api.Scenario;
import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.api.Setup;
import dev.heddle.examples.raft.RaftScenario;
import dev.heddle.raft.Durability;
import dev.heddle.raft.Effects;
import dev.heddle.raft.JournalRecord;
import dev.heddle.raft.PrivateMessage;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.Role;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Storage;
import dev.heddle.raft.TermAndVote;
import dev.heddle.raft.bugs.About;
import dev.heddle.raft.bugs.Bug;
import java.util.List;
import java.util.function.UnaryOperator;

/** The bundled Raft with decisions so wrong that nobody would ship them, for invariants that no bug breaks soon. */
public final class WrongRaft implements Scenario {
    private final Scenario raft = new RaftScenario(List.of(
            new Wrong("leader-drops-its-end", WrongRaft::leaderDropsItsEnd),
            new Wrong("counts-in-nothing", rules -> rules.withElection(rules.election().withTally(() -> null))),
            new Wrong("log-not-synced", rules -> rules.withDurability(WrongRaft::syncTermAndVoteOnly)),
            new Wrong("nothing-commits", rules -> rules.withReplication(
                    rules.replication().withCommitTerm((entryTerm, currentTerm) -> false))),
            new Wrong("committed-called-lost", rules -> rules.withClients(
                    rules.clients().withFate((log, index, term) -> false)))));

    private record Wrong(About about, UnaryOperator<Rules> decision) implements Bug {
        Wrong(String id, UnaryOperator<Rules> decision) {
            this(new About(id, id, List.of()), decision);
        }

        @Override
        public Rules replaceIn(Rules rules) {
            return decision.apply(rules);
        }
    }

    @Override
    public Definition define(Setup setup) {
        return raft.define(setup);
    }

    @Override
    public List<ScenarioOption> options() {
        return raft.options();
    }

    @Override
    public List<SeededBug> bugs() {
        return raft.bugs();
    }

    /** A leader that a message to itself reminds to forget the last of what it has not committed. */
    private static Rules leaderDropsItsEnd(Rules rules) {
        var right = rules.replication().leaderStart();
        return rules.withReplication(rules.replication().withLeaderStart((leader, effects) -> {
            effects.send(leader.leader(), new Forget(leader.currentTerm(), leader.leader()));
            return right.initialize(leader, effects);
        }));
    }

    private record Forget(long term, String from) implements PrivateMessage {
        @Override
        public RaftState handle(RaftState state, Effects effects) {
            boolean leads = state.role() == Role.LEADER && state.currentTerm() == term;
            return leads && state.log().lastIndex() > state.commitIndex()
                    ? state.withLog(state.log().truncateFrom(state.log().lastIndex()))
                    : state;
        }

        @Override
        public String toString() {
            return "Forget{term=" + term + "}";
        }
    }

    private static void syncTermAndVoteOnly(RaftState before, RaftState after, Storage storage) {
        Durability.writeAndSync(before, after, new LogNotSynced(storage));
    }

    /** A storage that syncs each term and vote as it is written, and nothing else. */
    private record LogNotSynced(Storage storage) implements Storage {
        @Override
        public void write(JournalRecord written) {
            storage.write(written);
            if (written instanceof TermAndVote) {
                storage.sync();
            }
        }

        @Override
        public void sync() {
        }

        @Override
        public Recovered recover() {
            return storage.recover();
        }
    }
}
