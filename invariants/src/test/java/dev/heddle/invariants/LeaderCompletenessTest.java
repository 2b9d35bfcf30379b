package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Leader Completeness (§5.4). */
class LeaderCompletenessTest {
    private final Story story = new Story(RaftInvariants.leaderCompleteness());

    @Test
    void aNewLeaderHasWhatWasCommitted() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .step(2, follower(1, log(1, 1)).withCommitIndex(1))
                .step(2, leader(2, log(1, 1))).idle();
    }

    @Test
    void whatIsNotCommittedMayBeMissing() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(1)).step(2, leader(2, log(1))).step(2, leader(2, log(1, 2)));
    }

    @Test
    void aLeaderOfTheSameOrALowerTermNeedNotHaveIt() {
        story.step(1, leader(1, log(1)))
                .step(2, leader(2, log(1, 2)).withCommitIndex(2))
                .step(1, leader(1, log(1, 1)));
    }

    @Test
    void aMissingEntryBreaksIt() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2)).breaks(2, leader(2, log(1)), List.of("n2", "n1"),
                "n2, leader of term 2, lacks 1:c2t1 at index 2, which n1 had committed in term 1");
    }

    @Test
    void anotherEntryInItsPlaceBreaksIt() {
        story.step(1, leader(3, log(1, 3)).withCommitIndex(2)).breaks(2, leader(4, log(1, 2)), List.of("n2", "n1"),
                "n2, leader of term 4, has 2:c2t2 and lacks 3:c2t3 at index 2, which n1 had committed in term 3");
    }

    @Test
    void aCommitUnderALeaderOfAHigherTermBreaksIt() {
        story.step(1, leader(1, log(1))).step(2, leader(2, log())).breaks(1, leader(1, log(1)).withCommitIndex(1),
                List.of("n2", "n1"),
                "n2, leader of term 2, lacks 1:c1t1 at index 1, which n1 had committed in term 1");
    }

    @Test
    void aLateCommitOfWhatTheNewLeaderHasIsFine() {
        story.step(1, leader(1, log(1))).step(2, leader(2, log(1, 2))).step(1, leader(1, log(1)).withCommitIndex(1));
    }

    @Test
    void aLateCommitCountsForPastLeadersToo() {
        story.step(1, leader(1, log(1))).step(2, leader(2, log(2))).step(2, follower(3, log(2))).crash(2)
                .breaks(1, leader(1, log(1)).withCommitIndex(1), List.of("n2", "n1"),
                        "n2, leader of term 2, has 2:c1t2 and lacks 1:c1t1 at index 1,"
                                + " which n1 had committed in term 1");
    }

    @Test
    void aFollowerInANewerTermMakesTheCheckWeaker() {
        story.step(1, follower(5, log(1)).withCommitIndex(1)).step(2, leader(4, log()));
    }

    @Test
    void theHistoryOutlivesACrash() {
        story.step(1, leader(1, log(1)).withCommitIndex(1)).crash(1).step(1, follower(1, log(1)))
                .breaks(2, leader(2, log()), List.of("n2", "n1"),
                        "n2, leader of term 2, lacks 1:c1t1 at index 1, which n1 had committed in term 1");
    }

    @Test
    void theFormerLeaderMayBeElectedAgain() {
        story.step(1, leader(1, log(1)).withCommitIndex(1)).crash(1).step(1, follower(1, log(1)))
                .step(1, leader(2, log(1)));
    }

    @Test
    void aLeaderThatLosesACommittedEntryBreaksIt() {
        story.step(1, leader(1, log(1)).withCommitIndex(1)).step(2, leader(2, log(1, 2)))
                .breaks(2, leader(2, log()), List.of("n2", "n1"),
                        "n2, leader of term 2, lacks 1:c1t1 at index 1, which n1 had committed in term 1");
    }

    @Test
    void compactedEntriesAreTakenToBeThere() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .step(2, leader(2, log(1, 1).compactTo(2)))
                .step(3, follower(2, log(1, 1, 2, 2).compactTo(3)).withCommitIndex(4))
                .step(4, leader(3, log(1, 1, 2, 2)))
                .step(4, follower(4, log(1, 1, 2, 2)).withCommitIndex(4))
                .breaks(1, leader(5, log(1, 1, 2)), List.of("n1", "n3"),
                        "n1, leader of term 5, lacks 2:c4t2 at index 4, which n3 had committed in term 2");
    }

    /** Figure 8 (d): S1 committed index 2 of an earlier term because a majority stored it (§5.4.2). */
    @Test
    void committingAnEarlierTermsEntryByCountingBreaksIt() {
        story.step(1, leader(2, log(1, 2)))
                .step(2, follower(2, log(1, 2)))
                .step(4, leader(3, log(1, 3)))
                .step(1, follower(4, log(1, 2)))
                .step(3, follower(4, log(1, 2)))
                .step(1, leader(4, log(1, 2, 4)).withCommitIndex(2)).crash(1)
                .breaks(4, leader(5, log(1, 3)), List.of("n4", "n1"),
                        "n4, leader of term 5, has 3:c2t3 and lacks 2:c2t2 at index 2, which n1 had committed in"
                                + " term 4");
    }

    @Test
    void whatASnapshotEndsWithWasCommitted() {
        story.step(1, leader(1, log(1, 1).compactTo(2)).withCommitIndex(2))
                .breaks(2, leader(2, log(1)), List.of("n2", "n1"),
                        "n2, leader of term 2, lacks 1:(compacted) at index 2, which n1 had committed in term 1");
    }

    @Test
    void aSnapshotTellsTheTermOnly() {
        story.step(1, leader(1, log().append(1, "x").compactTo(1)).withCommitIndex(1))
                .step(2, leader(2, log().append(1, "y")))
                .breaks(3, leader(3, log().append(2, "x")), List.of("n3", "n1"),
                        "n3, leader of term 3, has 2:x and lacks 1:(compacted) at index 1,"
                                + " which n1 had committed in term 1");
    }

    @Test
    void whatASnapshotDoesNotTellALaterCommitDoes() {
        story.step(1, leader(1, log().append(1, "x").compactTo(1)).withCommitIndex(1))
                .step(2, leader(2, log().append(1, "y")))
                .breaks(3, follower(2, log().append(1, "x")).withCommitIndex(1), List.of("n2", "n1"),
                        "n2, leader of term 2, has 1:y and lacks 1:x at index 1, which n1 had committed in term 1");
    }

    @Test
    void aSnapshotIsComparedWithPastLeadersToo() {
        story.step(2, leader(2, log(2))).step(2, follower(3, log(2)))
                .breaks(1, leader(1, log(1, 1).compactTo(2)).withCommitIndex(2), List.of("n2", "n1"),
                        "n2, leader of term 2, lacks 1:(compacted) at index 2, which n1 had committed in term 1");
    }

    @Test
    void aSnapshotOfWhichTheTermIsNotKnownTellsNothing() {
        story.step(1, leader(1, new PlainLog(3, List.of())).withCommitIndex(2)).step(2, leader(2, log(1)));
    }
}
