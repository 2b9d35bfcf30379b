package dev.heddle.invariants;

import static dev.heddle.invariants.Story.log;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import org.junit.jupiter.api.Test;

class PlainLogTest {
    @Test
    void indexesRunFromTheFirst() {
        PlainLog log = log(1, 1, 2, 3).compactTo(2);
        assertEquals(3, log.firstIndex());
        assertEquals(4, log.lastIndex());
        assertEquals(2, log.termAt(3));
        assertEquals("c4t3", log.commandAt(4));
        assertEquals("from 3 [2:c3t2, 3:c4t3]", log.toString());
        assertEquals(2, log.truncateFrom(3).lastIndex());
        assertThrows(IllegalArgumentException.class, () -> new PlainLog(0, log.entries()));
    }

    @Test
    void commonPrefixIsThatOfWhatBothHold() {
        assertEquals(0, log().commonPrefix(log(1)));
        assertEquals(2, log(1, 1, 2).commonPrefix(log(1, 1, 3)));
        assertEquals(2, log(1, 1).commonPrefix(log(1, 1, 3)));
        assertEquals(3, log(1, 1, 3).compactTo(2).commonPrefix(log(2, 2, 3)));
        assertEquals(2, log(1, 1, 3).compactTo(2).commonPrefix(log(2, 2, 4)));
        assertEquals(4, log(1, 1, 3, 3).compactTo(4).commonPrefix(log(1)));
    }
}
