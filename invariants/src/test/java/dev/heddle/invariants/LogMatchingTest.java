package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Log Matching (§5.3). */
class LogMatchingTest {
    private final Story story = new Story(RaftInvariants.logMatching());

    @Test
    void theLogsOfFigure7Match() {
        story.step(1, leader(8, log(1, 1, 1, 4, 4, 5, 5, 6, 6, 6)))
                .step(2, follower(6, log(1, 1, 1, 4)))
                .step(3, follower(7, log(1, 1, 1, 4, 4, 5, 5, 6, 6, 6, 7, 7)))
                .step(4, follower(3, log(1, 1, 1, 2, 2, 2, 3, 3, 3, 3, 3))).idle();
    }

    @Test
    void aFollowerMayReplaceAConflictingEnd() {
        story.step(1, leader(3, log(1, 3, 3)))
                .step(2, follower(3, log(1, 2, 2, 2)))
                .step(2, follower(3, log(1, 3, 3)));
    }

    @Test
    void equalTermsWithOtherCommandsBreakIt() {
        story.step(1, leader(1, log(1).append(1, "x"))).breaks(2, follower(1, log(1).append(1, "y")),
                List.of("n2", "n1"), "the logs of n2 and n1 both have an entry of term 1 at index 2,"
                        + " but at index 2 n2 has 1:y and n1 has 1:x");
    }

    @Test
    void equalTermsBehindOtherTermsBreakIt() {
        story.step(1, leader(3, log(1, 1, 3))).step(2, follower(3, log(1, 2))).breaks(2, follower(3, log(1, 2, 3)),
                List.of("n2", "n1"), "the logs of n2 and n1 both have an entry of term 3 at index 3,"
                        + " but at index 2 n2 has 2:c2t2 and n1 has 1:c2t1");
    }

    @Test
    void aChangeInTheMiddleOfALogBreaksIt() {
        PlainLog whole = log(1, 1, 1, 1);
        PlainLog holed = log(1).append(1, "other").append(1, "c3t1").append(1, "c4t1");
        story.step(1, leader(1, whole)).step(2, follower(1, whole)).breaks(2, follower(1, holed),
                List.of("n2", "n1"), "the logs of n2 and n1 both have an entry of term 1 at index 2,"
                        + " but at index 2 n2 has 1:other and n1 has 1:c2t1");
    }

    @Test
    void compactedEntriesAreNotCompared() {
        story.step(1, leader(3, log(1, 1, 3)))
                .step(2, follower(3, new PlainLog(3, List.of(new PlainLog.Entry(3, "c3t3")))))
                .step(3, follower(3, log(1, 1, 3).compactTo(3)))
                .step(3, follower(3, log(1, 1, 3, 3).compactTo(3)));
    }

    @Test
    void whatFollowsOnASnapshotMustFollowOnThatEverywhere() {
        story.step(1, leader(1, log(1, 1)))
                .step(2, follower(1, log(1, 1)))
                .breaks(2, follower(2, new PlainLog(2, 2, log(1, 1).compactTo(1).entries())), List.of("n2", "n1"),
                        "the logs of n2 and n1 both have an entry of term 1 at index 2,"
                                + " but at index 1 n2 has a snapshot that ends in term 2 and n1 has 1:c1t1");
    }

    @Test
    void aSnapshotOfTheSameEntriesChangesNothing() {
        story.step(1, leader(1, log(1, 1, 1))).step(2, follower(1, log(1, 1, 1)))
                .step(2, follower(1, log(1, 1, 1).compactTo(1)))
                .step(1, leader(1, log(1, 1, 1).compactTo(2)));
    }

    @Test
    void whatIsLeftAfterCompactionIsCompared() {
        story.step(1, leader(3, log(1, 1, 3, 3).compactTo(1)))
                .step(2, follower(3, log(1, 2).compactTo(1)))
                .breaks(2, follower(3, log(1, 2, 3).compactTo(1)), List.of("n2", "n1"),
                        "the logs of n2 and n1 both have an entry of term 3 at index 3,"
                                + " but at index 2 n2 has 2:c2t2 and n1 has 1:c2t1");
    }

    @Test
    void whatACrashTookCounts() {
        story.step(1, leader(1, log(1).append(1, "lost"))).crash(1).step(1, follower(1, log(1)))
                .breaks(2, leader(1, log(1).append(1, "other")), List.of("n2", "n1"),
                        "n2 has 1:other at index 2, where n1 had 1:lost before: term 1 has one entry there");
    }

    @Test
    void whatWasCutOffCountsThoughTheEntriesNeverStandAtOnce() {
        story.step(1, follower(2, log(1, 2))).step(1, follower(3, log(1, 3)))
                .step(2, follower(3, log(1, 3)))
                .breaks(3, follower(2, log(1).append(2, "other")), List.of("n3", "n1"),
                        "n3 has 2:other at index 2, where n1 had 2:c2t2 before: term 2 has one entry there");
    }

    @Test
    void whatWasCompactedCounts() {
        story.step(1, leader(1, log(1, 1))).step(1, leader(1, log(1, 1).compactTo(2)))
                .breaks(2, follower(1, log(1).append(1, "other")), List.of("n2", "n1"),
                        "n2 has 1:other at index 2, where n1 had 1:c2t1 before: term 1 has one entry there");
    }

    @Test
    void whatAnEntryStoodBehindCounts() {
        story.step(1, leader(3, log(1, 1, 3))).step(1, follower(4, log(1, 1, 4)))
                .step(2, follower(3, log(1, 2)))
                .breaks(2, follower(3, log(1, 2, 3)), List.of("n2", "n1"),
                        "n2 has 3:c3t3 behind an entry of term 2 at index 3,"
                                + " where n1 had one behind an entry of term 1 before: term 3 has one entry there");
    }

    @Test
    void whoSawOnlyTheEntryKnowsNotWhatItStoodBehind() {
        PlainLog unknown = new PlainLog(3, List.of(new PlainLog.Entry(3, "c3t3")));
        story.step(1, leader(3, unknown)).crash(1).step(2, follower(3, log(1, 2, 3))).step(3, follower(3, unknown));
    }

    @Test
    void aSnapshotTellsWhatTheEntryStoodBehind() {
        story.step(1, leader(3, log(1, 1, 3).compactTo(2))).crash(1)
                .breaks(2, follower(3, log(1, 2, 3)), List.of("n2", "n1"), "n2 has 3:c3t3 behind an entry of term 2"
                        + " at index 3, where n1 had one behind an entry of term 1 before: term 3 has one entry there");
    }

    @Test
    void aNodesOwnPastIsLeftToLeaderAppendOnly() {
        PlainLog other = log(1).append(1, "other");
        story.step(1, leader(1, log(1, 1))).step(1, leader(1, other)).step(2, follower(1, log(1)))
                .breaks(2, follower(1, other), List.of("n2", "n1"),
                        "n2 has 1:other at index 2, where n1 had 1:c2t1 before: term 1 has one entry there");
    }

    @Test
    void lostEntriesOfOtherTermsMayBeReplaced() {
        story.step(1, leader(1, log(1, 1))).crash(1).step(1, follower(1, log(1)))
                .step(2, leader(2, log(1, 2))).step(1, follower(2, log(1, 2)))
                .step(3, leader(3, log(1).compactTo(1))).step(3, leader(3, log(1, 3).compactTo(1)));
    }

    @Test
    void logsThatBeginFarBehindAreTakenDownAsWell() {
        PlainLog far = new PlainLog(1_000_000_007, List.of(new PlainLog.Entry(5, "a")));
        PlainLog before = new PlainLog(1_000_000_000, List.of(new PlainLog.Entry(4, "b")));
        story.step(1, follower(5, far)).step(2, follower(5, before)).step(2, follower(5, far))
                .breaks(3, follower(5, new PlainLog(1_000_000_000, List.of(new PlainLog.Entry(4, "c")))),
                        List.of("n3", "n2"),
                        "n3 has 4:c at index 1000000000, where n2 had 4:b before: term 4 has one entry there");
    }

    @Test
    void aRecoveredLogIsComparedAsAWhole() {
        story.step(1, leader(1, log(1, 1))).step(2, follower(1, log(1, 1))).crash(1)
                .breaks(1, follower(1, PlainLog.empty().append(1, "torn").append(1, "c2t1")), List.of("n1", "n2"),
                        "the logs of n1 and n2 both have an entry of term 1 at index 1,"
                                + " but at index 1 n1 has 1:torn and n2 has 1:c1t1");
    }
}
