package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §5.3, "Log replication", with the numbered rules of Figure 2. */
class Section5_3LogReplicationTest {

    private static final Entry A = entry(1, "a");
    private static final Entry B = entry(1, "b");
    private static final Entry C = entry(1, "c");
    private static final Entry X = entry(2, "x");

    private static AppendEntries call(long prevIndex, long prevTerm, long commit, Entry... entries) {
        return new AppendEntries(2, "n2", prevIndex, prevTerm, Entries.of(entries), commit);
    }

    @Test
    void aLeaderAppendsACommandAndSendsItToAll() {
        Server server = Server.leading(0).command("append w1");
        assertEquals(Log.of(entry(1, "w1")), server.state.log());
        String call = " AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0"
                + " entries=[1:append w1] leaderCommit=0}";
        assertEquals(List.of("n2" + call, "n3" + call, "n4" + call), server.sent);
    }

    @Test
    void othersThanTheLeaderDoNotTakeCommands() {
        Server server = Server.inTerm(1);
        RaftState before = server.state;
        assertSame(before, server.command("append w1").state);
        assertSame(Role.CANDIDATE, server.expire(Timer.ELECTION).command("append w1").state.role());
        assertEquals(0, server.state.log().lastIndex());
    }

    @Test
    void anEntryIsCommittedAndAppliedOnceAMajorityStoresIt() {
        Server server = Server.leading(0).command("append w1").receive(new AppendEntriesReply(1, "n2", true, 1));
        assertEquals(0, server.state.commitIndex());
        server.receive(new AppendEntriesReply(1, "n3", true, 1));
        assertEquals(1, server.state.commitIndex());
        assertEquals(1, server.state.lastApplied());
    }

    @Test
    void aFollowerRefusesWhenItLacksThePreviousEntry() {
        assertRefused(Server.inTerm(2, A), call(2, 1, 0, X));
        assertRefused(Server.inTerm(2, A, X), call(2, 1, 0, X));
        assertRefused(Server.inTerm(2), call(1, 1, 0));
    }

    private static void assertRefused(Server server, AppendEntries call) {
        Log before = server.state.log();
        server.receive(call);
        assertEquals(List.of("n2 AppendEntriesReply{term=2 follower=n1 success=false matchIndex=0}"), server.sent);
        assertSame(before, server.state.log());
    }

    @Test
    void aFollowerTruncatesOnlyAtAConflict() {
        Server server = Server.inTerm(2, A, B, C).receive(call(1, 1, 0, X));
        assertEquals(Log.of(A, X), server.state.log());
        assertEquals(List.of("n2 AppendEntriesReply{term=2 follower=n1 success=true matchIndex=2}"), server.sent);
    }

    @Test
    void anOlderShorterCallErasesNothing() {
        Server server = Server.inTerm(2, A, B, C);
        Log before = server.state.log();
        server.receive(call(0, 0, 0, A));
        assertSame(before, server.state.log());
        assertEquals(List.of("n2 AppendEntriesReply{term=2 follower=n1 success=true matchIndex=1}"), server.sent);
    }

    @Test
    void aFollowerAppendsWhatItLacks() {
        Server server = Server.inTerm(2, A).receive(call(0, 0, 0, A, B, X));
        assertEquals(Log.of(A, B, X), server.state.log());
    }

    @Test
    void aFollowerCommitsWhatTheLeaderDidButNotBeyondTheLastNewEntry() {
        Server server = Server.inTerm(2, A, B, C).receive(call(1, 1, 3, B));
        assertEquals(2, server.state.commitIndex());
        assertEquals(2, server.state.lastApplied());
        assertEquals(2, server.receive(call(3, 1, 1)).state.commitIndex());
        assertEquals(3, server.receive(call(3, 1, 3)).state.commitIndex());
    }

    @Test
    void aCommittedEntryIsNeverTruncated() {
        Server server = Server.inTerm(2, A, B).receive(call(2, 1, 2));
        assertThrows(IllegalStateException.class, () -> server.receive(call(1, 1, 2, X)));
    }

    @Test
    void aNewLeaderStartsBehindItsLastEntryAndBacksUpUntilTheLogsAgree() {
        Server server = Server.leading(1, A, B);
        assertEquals(3, server.state.progress().nextIndex(1));
        server.receive(new AppendEntriesReply(2, "n2", false, 0));
        assertEquals(List.of("n2 AppendEntries{term=2 leader=n1 prevLogIndex=1 prevLogTerm=1"
                + " entries=[1:append b] leaderCommit=0}"), server.sent);
        server.receive(new AppendEntriesReply(2, "n2", false, 0));
        assertEquals(List.of("n2 AppendEntries{term=2 leader=n1 prevLogIndex=0 prevLogTerm=0"
                + " entries=[1:append a, 1:append b] leaderCommit=0}"), server.sent);
        server.receive(new AppendEntriesReply(2, "n2", true, 2));
        assertEquals(3, server.state.progress().nextIndex(1));
        assertEquals(2, server.state.progress().matchIndex(1));
        assertEquals(List.of(), server.sent);
    }

    @Test
    void refusalsAndAnswersThatArriveLateDoNotUndoWhatIsKnown() {
        Server server = Server.leading(1, A, B).receive(new AppendEntriesReply(2, "n2", true, 2));
        Progress before = server.state.progress();
        server.receive(new AppendEntriesReply(2, "n2", false, 0)).receive(new AppendEntriesReply(2, "n2", true, 1));
        assertSame(before, server.state.progress());
    }

    @Test
    void anAnswerBringsTheNextEntries() {
        Server server = Server.leading(0).command("append w1").command("append w2")
                .receive(new AppendEntriesReply(1, "n2", true, 1));
        assertEquals(List.of("n2 AppendEntries{term=1 leader=n1 prevLogIndex=1 prevLogTerm=1"
                + " entries=[1:append w2] leaderCommit=0}"), server.sent);
    }

    @Test
    void oneCallCarriesABoundedNumberOfEntries() {
        Server server = Server.leading(0);
        for (int i = 1; i <= 20; i++) {
            server.command("append w" + i);
        }
        server.receive(new AppendEntriesReply(1, "n2", true, 0));
        assertEquals(Raft.MAX_ENTRIES_PER_CALL, server.sent.get(0).split("append").length - 1);
        server.receive(new AppendEntriesReply(1, "n2", true, 16));
        assertEquals(4, server.sent.get(0).split("append").length - 1);
    }

    @Test
    void aNextIndexBehindTheLogIsAnError() {
        Rules wrong = Rules.correct().withReplication(Rules.correct().replication().withLeaderStart(
                (leader, effects) -> leader.withProgress(Progress.startingAt(9, 4))));
        assertThrows(IllegalStateException.class, () -> Server.leading(wrong, 1, A));
    }

    @Test
    void aRefusalSaysWhereTheLogsMayDifferIfTheLeaderIsToSkipATermAtATime() {
        RaftFeatures fast = RaftFeatures.figure2().withFastBackup(true);
        Server server = Server.with(fast, 3, A, X, X, X).receive(
                new AppendEntries(3, "n2", 4, 3, Entries.none(), 0));
        assertEquals(List.of("n2 AppendEntriesReply{term=3 follower=n1 success=false matchIndex=0"
                + " conflictTerm=2 conflictIndex=2}"), server.sent);
        server.receive(new AppendEntries(3, "n2", 9, 3, Entries.none(), 0));
        assertEquals(List.of("n2 AppendEntriesReply{term=3 follower=n1 success=false matchIndex=0"
                + " conflictTerm=0 conflictIndex=5}"), server.sent);
    }

    @Test
    void aLeaderGoesBackToItsLastEntryOfTheConflictingTermOrToItsFirstIndex() {
        assertEquals(4, nextIndexAfter(new AppendEntriesReply.Conflict(1, 2)), "after its own last of term 1");
        assertEquals(2, nextIndexAfter(new AppendEntriesReply.Conflict(2, 2)), "it has none of term 2");
        assertEquals(1, nextIndexAfter(new AppendEntriesReply.Conflict(0, 1)), "the log is empty");
        assertEquals(6, nextIndexAfter(new AppendEntriesReply.Conflict(0, 99)), "at least one earlier");
    }

    private static long nextIndexAfter(AppendEntriesReply.Conflict conflict) {
        Entry later = entry(3, "y");
        Server server = Server.leading(3, A, B, C, later, later, later);
        return server.receive(new AppendEntriesReply(4, "n2", false, 0, conflict, 0)).state.progress().nextIndex(1);
    }
}
