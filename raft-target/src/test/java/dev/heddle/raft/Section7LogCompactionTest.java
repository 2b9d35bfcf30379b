package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** §7, "Log compaction", with Figure 13. */
class Section7LogCompactionTest {

    private static final List<String> THREE = List.of("n1", "n2", "n3");
    private static final Membership MEMBERS = Membership.of(Server.FOUR);

    private static InstallSnapshot part(long lastIndex, long lastTerm, int offset, String data, boolean done) {
        return new InstallSnapshot(3, "n2", lastIndex, lastTerm, MEMBERS, offset, data, done);
    }

    private static List<String> reply(long lastIndex, boolean installed, int nextOffset) {
        return List.of("n2 InstallSnapshotReply{term=3 follower=n1 lastIndex=" + lastIndex + " installed=" + installed
                + " nextOffset=" + nextOffset + "}");
    }

    @Test
    void aFollowerThatLacksCompactedEntriesIsSentTheSnapshotInParts() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=snapshot 2:1 [1:append three] commitIndex=3 \
                lastApplied=3 progress=[1/0, 4/3, 1/0]}
                n1 -> n3 InstallSnapshot{term=1 leader=n1 lastIndex=2 lastTerm=1 members=[n1, n2, n3] offset=0 data=0
                one\\ntw done=false}
                n3 -> n1 InstallSnapshotReply{term=1 follower=n3 lastIndex=2 installed=false nextOffset=9}
                n1 -> n3 InstallSnapshot{term=1 leader=n1 lastIndex=2 lastTerm=1 members=[n1, n2, n3] offset=9 \
                data=o\\n
                 done=true}
                n3 -> n1 InstallSnapshotReply{term=1 follower=n3 lastIndex=2 installed=true nextOffset=0}
                n1 -> n3 AppendEntries{term=1 leader=n1 prevLogIndex=2 prevLogTerm=1 entries=[1:append three] \
                leaderCommit=3}
                n3 -> n1 AppendEntriesReply{term=1 follower=n3 success=true matchIndex=3}
                n3 Follower{term=1 votedFor=n1 leader=n1 log=snapshot 2:1 [1:append three] commitIndex=3 \
                lastApplied=3}
                n3 Follower{term=1 votedFor=n1 leader=none log=snapshot 2:1 [1:append three] commitIndex=2 \
                lastApplied=2}
                """, new Script(THREE, THREE, RaftFeatures.figure2().withSnapshotChunk(9)).run("""
                elect n1
                down n3
                n1: append one
                n1: append two
                quietly
                compact n1
                n1: append three
                quietly
                show n1
                up n3
                fire n1 Retry
                deliver
                fire n1 Heartbeat
                quietly
                show n3
                crash n3
                show n3
                """));
    }

    @Test
    void partsInOrderMakeASnapshotThatReplacesTheLog() {
        Server server = Server.inTerm(3, entry(1, "a"), entry(2, "x"), entry(2, "y"));
        assertEquals(reply(2, false, 4), server.receive(part(2, 3, 0, "0\nma", false)).sent);
        assertEquals(reply(2, false, 4), server.receive(part(2, 3, 0, "0\nma", false)).sent, "repeated");
        assertEquals(reply(2, false, 4), server.receive(part(2, 3, 9, "??", true)).sent, "one is missing");
        assertEquals(3, server.state.log().lastIndex());
        assertEquals(reply(2, true, 0), server.receive(part(2, 3, 4, "chine", true)).sent);
        assertEquals(Log.empty().startingWith(new Snapshot(2, 3, MEMBERS, "0\nmachine")), server.state.log());
        assertEquals(2, server.state.commitIndex());
        assertEquals(2, server.state.lastApplied());
    }

    @Test
    void entriesBehindASnapshotThatTheLogAgreesWithStay() {
        Server server = Server.inTerm(3, entry(1, "a"), entry(2, "b"), entry(2, "c")).receive(part(2, 2, 0, "", true));
        assertEquals("snapshot 2:2 [2:append c]", server.state.log().toString());
    }

    @Test
    void aSnapshotOlderThanWhatIsCommittedChangesNothing() {
        Server server = Server.inTerm(3, entry(1, "a"), entry(2, "b"), entry(2, "c"))
                .receive(new AppendEntries(3, "n2", 3, 2, Entries.none(), 3));
        Log before = server.state.log();
        assertEquals(reply(2, true, 0), server.receive(part(2, 2, 0, "", true)).sent);
        assertSame(before, server.state.log());
    }

    @Test
    void aNewerSnapshotBeginsAnewAndAnOlderOneDoesNotDisturbIt() {
        Server server = Server.inTerm(3).receive(part(2, 1, 0, "old", false)).receive(part(5, 2, 0, "newer", false));
        assertEquals(reply(2, false, 0), server.receive(part(2, 1, 3, "er", true)).sent);
        server.receive(part(5, 2, 5, "!", true));
        assertEquals("newer!", server.state.log().snapshot().data());
    }

    @Test
    void aSnapshotOfAStaleTermIsRefused() {
        Server server = Server.inTerm(4);
        RaftState before = server.state;
        server.receive(part(2, 1, 0, "", true));
        assertSame(before, server.state);
        assertEquals(List.of("n2 InstallSnapshotReply{term=4 follower=n1 lastIndex=2 installed=false nextOffset=0}"),
                server.sent);
    }

    @Test
    void callsThatReachBackBeforeTheSnapshotAreAcceptedAsFarAsTheyAreNew() {
        Server server = Server.inTerm(3).receive(part(2, 2, 0, "", true));
        server.receive(new AppendEntries(3, "n2", 0, 0, Entries.of(entry(1, "a")), 0));
        assertEquals(List.of("n2 AppendEntriesReply{term=3 follower=n1 success=true matchIndex=1}"), server.sent);
        server.receive(new AppendEntries(3, "n2", 1, 1, Entries.of(entry(2, "b"), entry(3, "c")), 0));
        assertEquals("snapshot 2:2 [3:append c]", server.state.log().toString());
    }

    @Test
    void anAnswerToAnEarlierPartBringsNothing() {
        Server server = Server.with(RaftFeatures.figure2().withSnapshotChunk(2), 0);
        server.expire(Timer.ELECTION).receive(new VoteReply(1, "n2", true)).receive(new VoteReply(1, "n3", true))
                .command("append a").receive(new AppendEntriesReply(1, "n2", true, 1))
                .receive(new AppendEntriesReply(1, "n3", true, 1));
        server.state = server.raft.compact(server.state, "abcdef");
        server.receive(new AppendEntriesReply(1, "n4", false, 0));
        assertEquals(1, server.sent.size());
        server.receive(new InstallSnapshotReply(1, "n4", 1, false, 2));
        assertEquals(true, server.sent.get(0).contains("offset=2 data=cd done=false"), server.sent::toString);
        assertEquals(List.of(), server.receive(new InstallSnapshotReply(1, "n4", 1, false, 2)).sent);
        assertEquals(List.of(), server.receive(new InstallSnapshotReply(1, "n4", 1, false, 0)).sent);
        assertEquals(true, server.expire(Timer.RETRY).sent.toString().contains("offset=0"), "its parts were lost");
        server.receive(new InstallSnapshotReply(1, "n4", 1, true, 0));
        assertEquals(2, server.state.progress().nextIndex(3));
    }

    @Test
    void aConflictIsCutBeforeTheSnapshotIsWrittenAndNothingElseIsLostOnTheWay() {
        Server server = Server.inTerm(3, entry(1, "a"), entry(2, "x"), entry(2, "y"));
        RaftState before = server.state;
        server.receive(part(2, 3, 0, "data", true));
        List<String> journal = new ArrayList<>();
        Rules.correct().durability().persist(before, server.state, new Storage() {
            @Override
            public void write(JournalRecord record) {
                journal.add(record.getClass().getSimpleName()
                        + (record instanceof Truncated truncated ? truncated.fromIndex() : ""));
            }

            @Override
            public void sync() {
                journal.add("sync");
            }

            @Override
            public Recovered recover() {
                return Recovered.nothing();
            }
        });
        assertEquals(List.of("Truncated2", "SnapshotTaken", "sync"), journal);
    }

    @Test
    void aStartingServerHasAppliedItsSnapshot() {
        Snapshot snapshot = new Snapshot(2, 1, MEMBERS, "data");
        Server server = new Server(RaftSetup.figure2("n1", Server.FOUR, Rules.correct()),
                new Recovered(1, null, Log.empty().startingWith(snapshot).append(entry(1, "c"))));
        assertEquals(2, server.state.commitIndex());
        assertEquals(2, server.state.lastApplied());
    }
}
