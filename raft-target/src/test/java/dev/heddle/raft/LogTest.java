package dev.heddle.raft;

import static dev.heddle.raft.Server.entry;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;

class LogTest {

    private static final Entry A = entry(1, "a");
    private static final Entry B = entry(1, "b");
    private static final Entry C = entry(2, "c");
    private static final Entry D = entry(3, "d");

    @Test
    void indexesStartAtOneAndTermZeroIsBeforeThem() {
        Log log = Log.of(A, B, C);
        assertEquals(0, Log.empty().lastIndex());
        assertEquals(0, Log.empty().lastTerm());
        assertEquals(0, log.termAt(0));
        assertEquals(1, log.termAt(1));
        assertEquals(C, log.entryAt(3));
        assertEquals(2, log.lastTerm());
        assertTrue(log.matches(0, 0));
        assertThrows(IllegalStateException.class, () -> log.entryAt(0));
        assertThrows(IllegalStateException.class, () -> log.termAt(4));
    }

    @Test
    void twoBranchesAppendedToOnePrefixDoNotDisturbEachOther() {
        Log prefix = Log.of(A).append(B);
        Entries view = prefix.entriesFrom(1, 9);
        Log left = prefix.append(C);
        Log right = prefix.append(D);
        Log leftLonger = left.append(D);
        Log rightLonger = right.appendAll(Entries.of(C, C), 1);
        assertEquals(Log.of(A, B), prefix);
        assertEquals(Log.of(A, B, C), left);
        assertEquals(Log.of(A, B, D), right);
        assertEquals(Log.of(A, B, C, D), leftLonger);
        assertEquals(Log.of(A, B, D, C), rightLonger);
        assertEquals(Entries.of(A, B), view);
        assertEquals(2, left.commonPrefix(right));
        assertEquals(3, left.commonPrefix(leftLonger));
    }

    @Test
    void appendingBehindATruncationLeavesTheLongerLogAlone() {
        Log longer = Log.of(A, B, C);
        Log shorter = longer.truncateFrom(2);
        Log other = shorter.append(D);
        assertEquals(Log.of(A, B, C), longer);
        assertEquals(Log.of(A), shorter);
        assertEquals(Log.of(A, D), other);
        assertEquals(1, longer.commonPrefix(other));
        assertEquals(Log.empty(), longer.truncateFrom(1));
    }

    @Test
    void whatChangesNothingReturnsTheSameLog() {
        Log log = Log.of(A, B);
        assertSame(log, log.truncateFrom(3));
        assertSame(log, log.appendAll(Entries.none(), 0));
        assertSame(log, log.appendAll(Entries.of(C), 1));
    }

    @Test
    void entriesAreASliceOfTheLog() {
        Log log = Log.of(A, B, C, D);
        assertEquals(Entries.of(B, C), log.entriesFrom(2, 2));
        assertEquals(Entries.of(D), log.entriesFrom(4, 16));
        assertTrue(log.entriesFrom(5, 16).isEmpty());
        assertEquals("[1:append b, 2:append c]", log.entriesFrom(2, 2).toString());
        assertThrows(IndexOutOfBoundsException.class, () -> log.entriesFrom(2, 2).get(2));
        assertNotEquals(log.entriesFrom(1, 2), log.entriesFrom(2, 2));
        assertEquals(Entries.of(B, C).hashCode(), log.entriesFrom(2, 2).hashCode());
    }

    @Test
    void aLogGrowsWithoutBound() {
        Log log = Log.empty();
        for (int i = 1; i <= 100; i++) {
            log = log.append(entry(i, "w"));
        }
        for (int i = 1; i <= 100; i++) {
            assertEquals(i, log.termAt(i));
        }
    }

    private static Snapshot snapshot(long index, long term) {
        return new Snapshot(index, term, Membership.of(Server.FOUR), "data");
    }

    @Test
    void aSnapshotReplacesWhatItCoversAndEntriesBehindItStay() {
        Log log = Log.of(A, B, C, D).startingWith(snapshot(2, 1));
        assertEquals(2, log.baseIndex());
        assertEquals(1, log.baseTerm());
        assertEquals(4, log.lastIndex());
        assertEquals(C, log.entryAt(3));
        assertEquals(1, log.termAt(2));
        assertThrows(IllegalStateException.class, () -> log.termAt(1));
        assertThrows(IllegalStateException.class, () -> log.truncateFrom(2));
        assertThrows(IllegalStateException.class, () -> log.entriesFrom(2, 1));
        assertTrue(log.matches(1, 99), "what is compacted is committed");
        assertTrue(log.matches(2, 1));
        assertEquals(false, log.matches(2, 2));
        assertEquals("snapshot 2:1 [2:append c, 3:append d]", log.toString());
        assertSame(log, log.startingWith(snapshot(2, 1)));
    }

    @Test
    void aSnapshotBeyondTheLogReplacesAllOfIt() {
        Log log = Log.of(A, B).startingWith(snapshot(5, 3));
        assertEquals(5, log.lastIndex());
        assertEquals(3, log.lastTerm());
        assertEquals(Log.of(A, B, C).startingWith(snapshot(5, 3)), log);
        assertEquals(D, log.append(D).entryAt(6));
        assertEquals(log, log.append(D).truncateFrom(6));
        assertNotEquals(Log.of(A, B), log);
        assertEquals(6, log.append(D).commonPrefix(Log.of(A, B, C, C, C, D)));
        assertEquals(5, log.append(D).commonPrefix(Log.of(A, B, C, C, C, C)));
    }

    @Test
    void theLatestMembershipIsFoundThroughAppendsTruncationsAndSnapshots() {
        Membership three = Membership.of(List.of("n1", "n2", "n3"));
        Membership joint = three.changingTo(List.of("n2"));
        Log log = Log.of(A, new Entry(1, joint)).appendAll(Entries.of(B, new Entry(2, joint.settled()), C), 0);
        assertEquals(null, Log.of(A).membership());
        assertEquals(joint.settled(), log.membership());
        assertEquals(4, log.membershipIndex());
        assertEquals(joint, log.truncateFrom(4).membership());
        assertEquals(null, log.truncateFrom(2).membership());
        assertEquals(joint, log.membershipAt(3));
        Log compacted = log.startingWith(new Snapshot(3, 1, joint, ""));
        assertEquals(joint.settled(), compacted.membership());
        assertEquals(joint, compacted.truncateFrom(4).membership());
        assertEquals(3, compacted.truncateFrom(4).membershipIndex());
    }
}
