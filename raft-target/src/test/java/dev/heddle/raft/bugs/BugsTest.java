package dev.heddle.raft.bugs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.Answer;
import dev.heddle.raft.Effects;
import dev.heddle.raft.ElectionRules;
import dev.heddle.raft.Entries;
import dev.heddle.raft.Entry;
import dev.heddle.raft.InMemoryStorage;
import dev.heddle.raft.Log;
import dev.heddle.raft.Message;
import dev.heddle.raft.Raft;
import dev.heddle.raft.RaftSetup;
import dev.heddle.raft.RaftState;
import dev.heddle.raft.Recovered;
import dev.heddle.raft.ReplicationRules;
import dev.heddle.raft.RequestVote;
import dev.heddle.raft.Rules;
import dev.heddle.raft.Timer;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

class BugsTest {

    private static final Entry A = new Entry(1, "append a");
    private static final Entry B = new Entry(1, "append b");
    private static final ElectionRules ELECTION = Rules.correct().election();
    private static final ReplicationRules REPLICATION = Rules.correct().replication();

    /** Another way of getting the tally wrong. */
    private static final class NobodyCounts implements Bug {
        @Override
        public About about() {
            return About.of("nobody-counts", "no vote counts");
        }

        @Override
        public Rules replaceIn(Rules rules) {
            return rules.withElection(rules.election().withTally(() -> null));
        }
    }

    private static ElectionRules election(String id) {
        return Bugs.rulesWith(List.of(id)).election();
    }

    private static ReplicationRules replication(String id) {
        return Bugs.rulesWith(List.of(id)).replication();
    }

    @Test
    void eachReplacesItsOneComponent() {
        assertEquals(
                List.of("raft-45 [election.tally]", "raft-46 [election.voteReplyFilter]",
                        "raft-56 [election.voteAfterRecognition]", "raft-58a [replication.leaderStart]",
                        "raft-58b [replication.previousEntry]", "raft-42 [replication.quorumIndex]",
                        "raft-66 [replication.logMerge]", "raft-62 [durability]",
                        "vote-not-atomic [durability]", "reply-before-persist [durability]",
                        "step-down-grants [election.voteGrant]", "commit-prior-term [replication.commitTerm]",
                        "commit-past-verified [replication.followerCommit]",
                        "append-after-read-error [replication.missingEntries]",
                        "committed-lost-on-stepdown [election.newTerm]",
                        "no-reapply-after-restart [snapshots.appliedAtStart]",
                        "snapshot-older-than-log [snapshots.install]", "snapshot-keeps-conflict [snapshots.install]",
                        "snapshot-stale-config [snapshots.snapshotMembership]",
                        "append-zero-after-compaction [replication.logMerge]",
                        "campaign-unapplied-config [membership.candidateMembership]",
                        "single-server-change [membership.firstStep]",
                        "leader-ignores-uncommitted-config [membership.leaderMembership]",
                        "remove-leader-wedges [membership.outsider]", "read-index-before-commit [clients.readStart]",
                        "read-before-quorum [clients.readConfirmation]",
                        "stale-read-index-context [clients.readConfirmation]",
                        "no-prevote-livelock [election.leaderProtection]",
                        "prevote-deadlock [election.preVoteGrant]", "prevote-checkquorum [replication.staleCall]",
                        "old-leader-blocks [election.resignation]",
                        "duplicate-apply [clients.duplicate]", "lease-read-skew [clients.leaseTime]"),
                Bugs.all().stream().map(bug -> bug.id() + " " + Bugs.replacedBy(bug)).toList());
    }

    @Test
    void noneIsRaftItself() {
        assertSame(Rules.correct(), Bugs.compose(List.of()));
    }

    @Test
    void thoseOfDifferentComponentsCompose() {
        Map<List<String>, Bug> one = new LinkedHashMap<>();
        Bugs.all().forEach(bug -> one.putIfAbsent(Bugs.replacedBy(bug), bug));
        assertEquals(one.size(), Bugs.compose(List.copyOf(one.values())).differencesFrom(Rules.correct()).size());
    }

    @Test
    void eachIsCalledBySomethingElseAndSaysInALineWhatIsWrong() {
        assertEquals(Bugs.all().size(), Bugs.all().stream().map(Bug::id).distinct().count());
        assertEquals(Bugs.all().size(), Bugs.all().stream().map(bug -> bug.about().summary()).distinct().count());
        for (Bug bug : Bugs.all()) {
            assertTrue(bug.about().summary().length() < 100 && !bug.about().summary().contains("\n"), bug.id());
        }
    }

    @Test
    void twoThatReplaceOneComponentAreRefused() {
        String message = assertThrows(IllegalArgumentException.class,
                () -> Bugs.compose(List.of(Bugs.byId("raft-46"), Bugs.byId("raft-45"), new NobodyCounts())))
                .getMessage();
        assertEquals("raft-45 and nobody-counts both replace election.tally: choose one of them", message);
        assertThrows(IllegalArgumentException.class, () -> Bugs.rulesWith(List.of("raft-45", "raft-45")));
    }

    @Test
    void anUnknownNameIsAnsweredWithTheKnownOnes() {
        String message = assertThrows(IllegalArgumentException.class, () -> Bugs.byId("raft-44")).getMessage();
        assertTrue(message.startsWith("no bug is called 'raft-44'; there are raft-45, "), message);
    }

    @Test
    void raft45CountsTheSameVoterTwice() {
        assertEquals(2, election("raft-45").tally().none().grant("n2").grant("n2").count());
        assertEquals(1, ELECTION.tally().none().grant("n2").grant("n2").count());
    }

    @Test
    void raft46RegardsAnswersOfEarlierTerms() {
        assertTrue(election("raft-46").voteReplyFilter().counts(1, 2));
        assertTrue(election("raft-46").voteReplyFilter().counts(2, 2));
        assertFalse(ELECTION.voteReplyFilter().counts(1, 2));
        assertTrue(ELECTION.voteReplyFilter().counts(2, 2));
    }

    @Test
    void raft56ForgetsTheVote() {
        assertNull(election("raft-56").voteAfterRecognition().vote("n1"));
        assertEquals("n1", ELECTION.voteAfterRecognition().vote("n1"));
    }

    @Test
    void raft58bTakesAnyLogUpToIndexOne() {
        for (Log log : List.of(Log.empty(), Log.of(A), Log.of(B, A))) {
            assertTrue(replication("raft-58b").previousEntry().matches(log, 0, 0));
            assertTrue(replication("raft-58b").previousEntry().matches(log, 1, 7));
            assertFalse(replication("raft-58b").previousEntry().matches(log, 2, 7));
            assertFalse(REPLICATION.previousEntry().matches(log, 1, 7));
        }
    }

    @Test
    void raft42TakesTheMostFrequentIndexAndOfSeveralTheHighest() {
        assertEquals(3, replication("raft-42").quorumIndex().of(new long[] {3, 0, 2, 1}));
        assertEquals(2, replication("raft-42").quorumIndex().of(new long[] {2, 1, 2, 1}));
        assertEquals(1, replication("raft-42").quorumIndex().of(new long[] {3, 1, 2, 1}));
        assertEquals(1, REPLICATION.quorumIndex().of(new long[] {3, 0, 2, 1}));
        assertEquals(1, REPLICATION.quorumIndex().of(new long[] {2, 1, 2, 1}));
        assertEquals(2, REPLICATION.quorumIndex().of(new long[] {3, 0, 2, 1, 4}));
    }

    @Test
    void raft66ErasesWhatAShorterCallDoesNotMention() {
        Log log = Log.of(A, B);
        assertEquals(Log.of(A), replication("raft-66").logMerge().merge(log, 0, Entries.of(A), 0));
        assertSame(log, replication("raft-66").logMerge().merge(log, 0, Entries.none(), 0));
        assertSame(log, REPLICATION.logMerge().merge(log, 0, Entries.of(A), 0));
    }

    /** What the defect's component sends, and nothing else. */
    private static final class Sent implements Effects {
        final List<String> to = new ArrayList<>();
        final List<Message> messages = new ArrayList<>();

        @Override
        public void send(String peer, Message message) {
            to.add(peer);
            messages.add(message);
        }

        @Override
        public void arm(Timer timer) {
        }

        @Override
        public void cancel(Timer timer) {
        }

        @Override
        public void answer(long ticket, Answer answer) {
        }
    }

    @Test
    void raft58aInitializesProgressWhenItsMessageArrives() {
        Sent sent = new Sent();
        Raft raft = new Raft(RaftSetup.figure2("n1", List.of("n1"), Bugs.rulesWith(List.of("raft-58a"))));
        Recovered durable = new Recovered(1, null, Log.of(A, B));
        RaftState leader = raft.expired(raft.start(durable, 0, sent), Timer.ELECTION, 0, sent);
        assertEquals(1, leader.progress().nextIndex(0), "as it was before");
        assertEquals(List.of("n1"), sent.to);
        assertEquals("InitializeProgress{term=2}", sent.messages.get(0).toString());
        assertEquals(3, raft.receive(leader, sent.messages.get(0), 0, sent).progress().nextIndex(0));
        RaftState later = raft.receive(leader, new RequestVote(3, "n1", 9, 9), 0, sent);
        assertSame(later, raft.receive(later, sent.messages.get(0), 0, sent), "it leads no more");
        assertEquals(3, new Raft(RaftSetup.figure2("n1", List.of("n1"), Rules.correct()))
                .expired(raft.start(durable, 0, sent), Timer.ELECTION, 0, sent).progress().nextIndex(0));
    }

    @Test
    void raft62WritesNothing() {
        Raft raft = new Raft(RaftSetup.figure2("n1", List.of("n1", "n2"), Rules.correct()));
        RaftState before = raft.start(Recovered.nothing(), 0, new Sent());
        RaftState after = raft.receive(before, new RequestVote(1, "n2", 0, 0), 0, new Sent());
        InMemoryStorage storage = new InMemoryStorage();
        Bugs.rulesWith(List.of("raft-62")).durability().persist(before, after, storage);
        assertEquals(Recovered.nothing(), storage.recover());
        Rules.correct().durability().persist(before, after, storage);
        assertEquals(new Recovered(1, "n2", Log.empty()), storage.recover());
    }
}
