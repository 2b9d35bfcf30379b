package dev.heddle.raft.bugs;

import dev.heddle.raft.Durability;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Storage;
import dev.heddle.raft.TermAndVote;

/**
 * vote-not-atomic: the vote and the term are two records, each synced on its own, and for a newer term the vote is
 * taken back first. A crash between the two leaves the old term without the vote that was given in it, and the server
 * gives another.
 * Right: they change together, so they are one record, written at once (§5.2, Figure 2 "Persistent state").
 * Seen in hashicorp/raft#661.
 */
final class VoteWrittenApart implements Bug {

    @Override
    public About about() {
        return About.of("vote-not-atomic",
                "term and vote are two writes, and the first takes the old vote back: a crash between forgets it",
                Need.THREE_SERVERS);
    }

    @Override
    public Rules replaceIn(Rules rules) {
        return rules.withDurability(VoteWrittenApart::persist);
    }

    private static void persist(RaftState before, RaftState after, Storage storage) {
        boolean clears = before.currentTerm() != after.currentTerm() && before.votedFor() != null;
        if (clears) {
            storage.write(new TermAndVote(before.currentTerm(), null));
            storage.sync();
        }
        Durability.writeAndSync(before, after, storage);
    }
}
