package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

/** §5.4.2, "Committing entries from previous terms", and Figure 8. */
class Section5_4_2CommitPriorTermTest {

    @Test
    void replicasOfAnEarlierTermsEntryDoNotCommitIt() {
        Server server = Server.leading(3, entry(2, "a"));
        server.receive(new AppendEntriesReply(4, "n2", true, 1))
                .receive(new AppendEntriesReply(4, "n3", true, 1))
                .receive(new AppendEntriesReply(4, "n4", true, 1));
        assertEquals(0, server.state.commitIndex());
    }

    @Test
    void anEntryOfTheCurrentTermCommitsTheEarlierOnesWithIt() {
        Server server = Server.leading(3, entry(2, "a")).command("append b");
        server.receive(new AppendEntriesReply(4, "n2", true, 1)).receive(new AppendEntriesReply(4, "n3", true, 1));
        assertEquals(0, server.state.commitIndex());
        server.receive(new AppendEntriesReply(4, "n2", true, 2)).receive(new AppendEntriesReply(4, "n3", true, 2));
        assertEquals(2, server.state.commitIndex());
    }
}
