package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Leader Append-Only (§5.3). */
class LeaderAppendOnlyTest {
    private final Story story = new Story(RaftInvariants.leaderAppendOnly());

    @Test
    void aLeaderMayAppend() {
        story.step(1, leader(2, log(1))).step(1, leader(2, log(1))).step(1, leader(2, log(1, 2, 2))).idle();
    }

    @Test
    void aLeaderMayCompact() {
        story.step(1, leader(2, log(1, 1, 2)))
                .step(1, leader(2, log(1, 1, 2).compactTo(2)))
                .step(1, leader(2, log(1, 1, 2, 2).compactTo(4)))
                .step(1, leader(2, log(1, 1, 2, 2, 2).compactTo(4)));
    }

    @Test
    void aFollowerMayTruncate() {
        story.step(1, leader(2, log(1, 2, 2))).step(1, follower(3, log(1, 2, 2))).step(1, follower(3, log(1, 3)));
    }

    @Test
    void aLeaderThatLostOfficeMayTruncateAndReturn() {
        story.step(1, leader(2, log(1, 2, 2))).step(1, follower(3, log(1))).step(1, leader(4, log(1)));
    }

    @Test
    void aNewTermMayBeginInTheSameStep() {
        story.step(1, leader(2, log(1, 2, 2))).step(1, leader(4, log(1)));
    }

    @Test
    void aCrashMayLoseWhatWasNotSynced() {
        story.step(1, leader(2, log(1, 2, 2))).crash(1).step(1, follower(2, log(1))).step(1, leader(3, log(1)));
    }

    @Test
    void onlyOneTimeInOfficeCounts() {
        story.step(1, leader(2, log(1, 2))).step(1, follower(2, log(1))).step(1, leader(2, log(1)))
                .step(1, leader(2, log(1, 2))).crash(1).step(1, leader(2, log(1)));
    }

    @Test
    void deletingBreaksIt() {
        story.step(1, leader(2, log(1, 2, 2)))
                .breaks(1, leader(2, log(1, 2)), List.of("n1"), "n1, leading term 2, deleted 2:c3t2 at index 3");
    }

    @Test
    void deletingAllBreaksIt() {
        story.step(1, leader(2, log(1, 2)))
                .breaks(1, leader(2, log()), List.of("n1"), "n1, leading term 2, deleted 1:c1t1 at index 1");
    }

    @Test
    void overwritingTheTermBreaksIt() {
        story.step(1, leader(2, log(1, 1, 2))).breaks(1, leader(2, log(1, 2, 2, 2)), List.of("n1"),
                "n1, leading term 2, overwrote 1:c2t1 with 2:c2t2 at index 2");
    }

    @Test
    void overwritingTheCommandBreaksIt() {
        story.step(1, leader(2, log(1).append(2, "x"))).breaks(1, leader(2, log(1).append(2, "y")), List.of("n1"),
                "n1, leading term 2, overwrote 2:x with 2:y at index 2");
    }

    @Test
    void deletingBehindACompactionBreaksIt() {
        story.step(1, leader(2, log(1, 1, 2, 2))).breaks(1, leader(2, log(1, 1, 2).compactTo(2)), List.of("n1"),
                "n1, leading term 2, deleted 2:c4t2 at index 4");
    }
}
