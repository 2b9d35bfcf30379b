package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Election Safety (§5.2). */
class ElectionSafetyTest {
    private final Story story = new Story(RaftInvariants.electionSafety());

    @Test
    void eachTermMayHaveItsLeader() {
        story.step(1, leader(1, log())).idle()
                .step(2, leader(2, log()))
                .step(1, follower(2, log()))
                .step(1, leader(3, log()));
    }

    @Test
    void aDeposedLeaderMayNotKnowYet() {
        story.step(1, leader(1, log())).step(2, leader(2, log())).step(1, leader(1, log(1)));
    }

    @Test
    void twoLeadersAtATimeBreakIt() {
        story.step(1, leader(4, log())).step(2, follower(4, log()))
                .breaks(3, leader(4, log()), List.of("n1", "n3"), "n1 and n3 were both elected in term 4");
    }

    @Test
    void twoLeadersOneAfterTheOtherBreakIt() {
        story.step(2, leader(4, log())).step(2, follower(5, log())).step(2, leader(6, log()))
                .breaks(1, leader(4, log()), List.of("n2", "n1"), "n2 and n1 were both elected in term 4");
    }

    @Test
    void aLeaderThatCrashedStillCounts() {
        story.step(1, leader(4, log())).crash(1).step(1, follower(4, log()))
                .breaks(2, leader(4, log()), List.of("n1", "n2"), "n1 and n2 were both elected in term 4");
    }

    @Test
    void theSameLeaderTwiceIsNoBreach() {
        story.step(1, leader(4, log())).step(1, follower(4, log())).step(1, leader(4, log()));
    }
}
