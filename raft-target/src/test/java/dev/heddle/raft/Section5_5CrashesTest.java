package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.5, "Follower and candidate crashes": calls are idempotent, and what was answered for survives. */
class Section5_5CrashesTest {

    /** A journal that remembers what it was asked to do. */
    private static final class Journal implements Storage {
        final List<String> calls = new ArrayList<>();

        @Override
        public void write(JournalRecord record) {
            calls.add(record.toString());
        }

        @Override
        public void sync() {
            calls.add("sync");
        }

        @Override
        public Recovered recover() {
            return Recovered.nothing();
        }
    }

    private static List<String> journalOf(RaftState before, RaftState after) {
        Journal journal = new Journal();
        Rules.correct().durability().persist(before, after, journal);
        return journal.calls;
    }

    @Test
    void aRepeatedCallIsAnsweredAlikeAndChangesNothing() {
        AppendEntries call = new AppendEntries(1, "n2", 0, 0, Entries.of(entry(1, "a")), 1);
        Server server = Server.inTerm(1).receive(call);
        RaftState before = server.state;
        List<String> answer = List.copyOf(server.sent);
        assertSame(before, server.receive(call).state);
        assertEquals(answer, server.sent);
    }

    @Test
    void termAndVoteAreOneRecord() {
        Server server = Server.inTerm(1);
        RaftState before = server.state;
        server.receive(new RequestVote(2, "n2", 0, 0));
        assertEquals(List.of("TermAndVote[term=2, votedFor=n2]", "sync"), journalOf(before, server.state));
    }

    @Test
    void aConflictIsATruncationAndAnAppend() {
        Server server = Server.inTerm(2, entry(1, "a"), entry(1, "b"));
        RaftState before = server.state;
        server.receive(new AppendEntries(2, "n2", 1, 1, Entries.of(entry(2, "x"), entry(2, "y")), 0));
        assertEquals(List.of("Truncated[fromIndex=2]", "Appended[entries=[2:append x, 2:append y]]", "sync"),
                journalOf(before, server.state));
    }

    @Test
    void whatIsNotDurableIsNotWritten() {
        Server server = Server.inTerm(2, entry(1, "a"));
        RaftState before = server.state;
        server.receive(new AppendEntries(2, "n2", 1, 1, Entries.none(), 1));
        assertEquals(1, server.state.commitIndex());
        assertEquals(List.of(), journalOf(before, server.state));
    }

    @Test
    void aServerThatRestartsRemembersItsVoteAndItsLog() {
        InMemoryStorage storage = new InMemoryStorage();
        Server server = Server.inTerm(0);
        RaftState before = server.state;
        server.receive(new RequestVote(1, "n2", 0, 0))
                .receive(new AppendEntries(1, "n2", 0, 0, Entries.of(entry(1, "a")), 0));
        Rules.correct().durability().persist(before, server.state, storage);
        storage.crash();
        RaftState restarted = server.raft.start(storage.recover(), 0, server);
        assertEquals("Follower{term=1 votedFor=n2 leader=none log=[1:append a] commitIndex=0 lastApplied=0}",
                restarted.toString());
    }
}
