package dev.heddle.raft.bugs;

import dev.heddle.raft.RaftState;
import dev.heddle.raft.Role;
import dev.heddle.raft.Rules;

/**
 * committed-lost-on-stepdown: a leader that steps down cuts its log at its commit index. What lies behind may
 * be committed all the same: an earlier leader counted on it.
 * Right: a log is cut only where a leader's call conflicts with it (§5.3; Figure 2, AppendEntries 3). Seen in
 * CCF#5674.
 */
final class LogCutAtStepDown implements Bug {

    @Override
    public About about() {
        return About.of("committed-lost-on-stepdown",
                "a leader that steps down drops what it does not know to be committed");
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withElection(rules.election().withNewTerm(LogCutAtStepDown::enter));
    }

    private static RaftState enter(RaftState before, RaftState follower) {
        return before.role() == Role.LEADER
                ? follower.withLog(follower.log().truncateFrom(follower.commitIndex() + 1))
                : follower;
    }
}
