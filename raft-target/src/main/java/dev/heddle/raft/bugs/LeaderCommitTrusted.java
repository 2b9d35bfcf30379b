package dev.heddle.raft.bugs;

import dev.heddle.raft.Rules;

/**
 * commit-past-verified: a follower takes the leader's commit index as far as its own log goes, beyond the
 * last entry that the call has shown to be the leader's: what lies there may be left from another leader.
 * Right: no further than the last entry that the call brought or named (Figure 2, AppendEntries 5). Seen in
 * databend#3914.
 */
final class LeaderCommitTrusted implements Bug {

    @Override
    public About about() {
        return About.of("commit-past-verified",
                "a follower commits what it has up to leaderCommit, also where the leader has not verified it",
                Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withReplication(
                rules.replication().withFollowerCommit((leaderCommit, lastNewIndex) -> leaderCommit));
    }
}
