package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** State Machine Safety (§5.4.3). */
class StateMachineSafetyTest {
    private final Story story = new Story(RaftInvariants.stateMachineSafety());

    @Test
    void serversCommitTheSame() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .step(2, follower(1, log(1)).withCommitIndex(1))
                .step(2, follower(1, log(1, 1)).withCommitIndex(2)).idle();
    }

    @Test
    void whatIsNotCommittedMayDiffer() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(1))
                .step(2, leader(2, log(1, 2)).withCommitIndex(2))
                .step(1, follower(2, log(1, 2)).withCommitIndex(2));
    }

    @Test
    void stateMachinesThatAppliedTheSameHoldTheSame() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(1).withStateMachine("[a]"))
                .step(2, follower(1, log(1, 1)).withCommitIndex(2).withStateMachine("[a, b]"))
                .step(1, leader(1, log(1, 1)).withCommitIndex(2).withStateMachine("[a, b]"))
                .step(2, follower(1, log(1, 1)).withCommitIndex(0).withStateMachine("[]").withIncarnation("2"))
                .step(2, follower(1, log(1, 1).compactTo(2)).withCommitIndex(2).withStateMachine("[a, b]"));
    }

    @Test
    void aSnapshotWithOtherContentsBreaksIt() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2).withStateMachine("[a, b]"))
                .breaks(3, follower(1, log(1, 1).compactTo(2)).withCommitIndex(2).withStateMachine("[a]"),
                        List.of("n1", "n3"),
                        "n1 and n3 hold different states after applying up to index 2: [a, b] and [a]");
    }

    @Test
    void aRestartedServerThatAppliesTwiceBreaksIt() {
        story.step(1, leader(1, log(1)).withCommitIndex(1).withStateMachine("[a]"))
                .breaks(1, follower(1, log(1)).withCommitIndex(1).withIncarnation("2").withStateMachine("[a, a]"),
                        List.of("n1"), "n1 and n1 hold different states after applying up to index 1: [a] and [a, a]");
    }

    @Test
    void whatASnapshotDoesNotTellALaterCommitDoes() {
        story.step(1, leader(1, log().append(1, "x").compactTo(1)).withCommitIndex(1))
                .step(2, follower(1, log().append(1, "x")).withCommitIndex(1))
                .breaks(3, follower(1, log().append(1, "y")).withCommitIndex(1), List.of("n1", "n3"),
                        "n1 committed 1:x at index 1, n3 committed 1:y there");
    }

    @Test
    void aSnapshotThatEndsInAnotherTermBreaksIt() {
        story.step(1, leader(2, log(1, 2)).withCommitIndex(2))
                .step(2, follower(2, new PlainLog(3, 2, List.of())).withCommitIndex(2))
                .step(3, follower(2, log(1, 1).compactTo(1)).withCommitIndex(1))
                .breaks(3, follower(2, log(1, 1).compactTo(2)).withCommitIndex(2), List.of("n1", "n3"),
                        "n1 committed 2:c2t2 at index 2, n3 has a snapshot that ends there in term 1");
    }

    @Test
    void anotherTermBreaksIt() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .breaks(2, leader(2, log(1, 2)).withCommitIndex(2), List.of("n1", "n2"),
                        "n1 committed 1:c2t1 at index 2, n2 committed 2:c2t2 there");
    }

    @Test
    void anotherCommandBreaksIt() {
        story.step(1, leader(1, log().append(1, "x")).withCommitIndex(1))
                .breaks(2, follower(1, log().append(1, "y")).withCommitIndex(1), List.of("n1", "n2"),
                        "n1 committed 1:x at index 1, n2 committed 1:y there");
    }

    @Test
    void whatWasAppliedCountsAsCommitted() {
        story.step(1, leader(1, log(1)).withCommitIndex(1))
                .breaks(2, new PlainView(2, "n2", false, 0, 1, log(2), "1", null, null), List.of("n1", "n2"),
                        "n1 committed 1:c1t1 at index 1, n2 committed 2:c1t2 there");
    }

    @Test
    void aServerThatReplacesWhatItCommittedBreaksIt() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .breaks(1, follower(2, log(1, 2)).withCommitIndex(2), List.of("n1"),
                        "n1 committed 1:c2t1 at index 2, n1 now committed 2:c2t2 there");
    }

    @Test
    void itsHistoryOutlivesTheServers() {
        story.step(1, leader(1, log(1)).withCommitIndex(1)).crash(1).crash(2)
                .step(1, follower(1, log(1)))
                .step(1, follower(1, log(1)).withCommitIndex(1))
                .breaks(2, leader(2, log(2)).withCommitIndex(1), List.of("n1", "n2"),
                        "n1 committed 1:c1t1 at index 1, n2 committed 2:c1t2 there");
    }

    @Test
    void aRestartedServerMayCommitAnew() {
        story.step(1, leader(1, log(1, 1)).withCommitIndex(2))
                .step(1, follower(1, log(1, 1)).withIncarnation("2"))
                .step(1, follower(1, log(1, 1)).withIncarnation("2").withCommitIndex(1));
    }

    @Test
    void snapshotsAreSkippedAndTheRestIsCompared() {
        story.step(1, follower(1, log(1, 1, 1, 1, 1, 1).compactTo(4)).withCommitIndex(6))
                .step(2, follower(1, log(1, 1, 1, 1).compactTo(4)).withCommitIndex(4))
                .step(3, follower(1, log(1, 1, 1, 1, 1)).withCommitIndex(5))
                .breaks(4, follower(2, log(1, 2)).withCommitIndex(2), List.of("n3", "n4"),
                        "n3 committed 1:c2t1 at index 2, n4 committed 2:c2t2 there");
    }

    @Test
    void aCommitIndexBeyondTheLogCommitsOnlyWhatIsThere() {
        story.step(1, leader(1, log(1)).withCommitIndex(3)).step(2, leader(2, log(1, 2)).withCommitIndex(2));
    }

    /** A follower with a conflicting end, of which the leader has verified only the first entry (Figure 2, rule 5). */
    @Test
    void committingBeyondWhatTheLeaderVerifiedBreaksIt() {
        story.step(1, leader(3, log(1, 3)).withCommitIndex(2))
                .step(2, follower(3, log(1, 2)).withCommitIndex(1))
                .breaks(2, follower(3, log(1, 2)).withCommitIndex(2), List.of("n1", "n2"),
                        "n1 committed 3:c2t3 at index 2, n2 committed 2:c2t2 there");
    }

    @Test
    void whatASnapshotEndsWithIsComparedWithWhatIsCommittedLater() {
        story.step(1, follower(1, log(1, 1).compactTo(2)).withCommitIndex(2))
                .step(2, follower(1, log(1, 1)).withCommitIndex(2))
                .breaks(3, follower(2, log(1, 2)).withCommitIndex(2), List.of("n1", "n3"),
                        "n1 committed 1:c2t1 at index 2, n3 committed 2:c2t2 there");
    }
}
