package dev.heddle.raft.bugs;

import dev.heddle.raft.Effects;
import dev.heddle.raft.PrivateMessage;
import dev.heddle.raft.Progress;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Role;
import dev.heddle.raft.Rules;

/**
 * raft-58a: a new leader sends itself a message and initializes nextIndex and matchIndex when that
 * arrives. Until then it works with those of its previous leadership, which may lie behind the end
 * of a log that has been cut since.
 */
final class ProgressInitializedLater implements Bug {

    /** The message by which a leader reminds itself. */
    private record InitializeProgress(long term, String from) implements PrivateMessage {

        @Override
        public RaftState handle(RaftState state, Effects effects) {
            return state.role() == Role.LEADER && state.currentTerm() == term
                    ? state.withProgress(
                            Progress.startingAt(state.log().lastIndex() + 1, state.progress().servers()))
                    : state;
        }

        @Override
        public String toString() {
            return "InitializeProgress{term=" + term + "}";
        }
    }

    @Override
    public About about() {
        return About.of("raft-58a",
                "a new leader initializes nextIndex and matchIndex only when a message to itself arrives");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(rules.replication().withLeaderStart(ProgressInitializedLater::remind));
    }

    private static RaftState remind(RaftState leader, Effects effects) {
        effects.send(leader.leader(), new InitializeProgress(leader.currentTerm(), leader.leader()));
        return leader;
    }
}
