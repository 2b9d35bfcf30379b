package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** The commit index (Figure 2). */
class CommitIndexTest {
    private final Story story = new Story(RaftInvariants.commitIndex());

    @Test
    void itMayAdvanceAndStay() {
        story.step(1, follower(1, log(1, 1)).withCommitIndex(1)).step(1, follower(1, log(1, 1)).withCommitIndex(2))
                .step(1, follower(1, log(1, 1).compactTo(2)).withCommitIndex(2)).idle();
    }

    @Test
    void itStartsAnewAfterACrashOrARestart() {
        story.step(1, follower(1, log(1, 1)).withCommitIndex(2)).crash(1).step(1, follower(1, log(1, 1)))
                .step(1, follower(1, log(1, 1)).withCommitIndex(2))
                .step(1, follower(1, log(1, 1)).withIncarnation("2"));
    }

    @Test
    void goingBackBreaksIt() {
        story.step(2, follower(1, log(1, 1)).withCommitIndex(2))
                .breaks(2, follower(1, log(1, 1)).withCommitIndex(1), List.of("n2"),
                        "the commit index of n2 went back from 2 to 1");
    }

    @Test
    void leavingTheLogBreaksIt() {
        story.step(2, follower(1, log(1, 1)).withCommitIndex(2))
                .breaks(2, follower(1, log(1)).withCommitIndex(2), List.of("n2"),
                        "the commit index of n2 is 2, its log ends at 1");
    }
}
