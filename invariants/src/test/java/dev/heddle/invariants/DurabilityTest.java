package dev.heddle.invariants;

import static dev.heddle.invariants.PlainView.follower;
import static dev.heddle.invariants.PlainView.leader;
import static dev.heddle.invariants.Story.log;

import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Durability (§5.3, §8) on four servers, of which three are a majority. */
class DurabilityTest {
    private static final PlainLog ONE = log(1);
    private final Story story = new Story(RaftInvariants.durability(
            answer -> answer.startsWith("committed ") ? Long.parseLong(answer.substring("committed ".length())) : 0));

    /** Three of four have the entry, n1 tells its client. */
    private Story acknowledged() {
        return story.step(4, follower(1, log())).step(2, follower(1, ONE)).step(3, follower(1, ONE))
                .tells(1, "committed 1").step(1, leader(1, ONE).withCommitIndex(1));
    }

    /** A server of another incarnation. */
    private static PlainView again(PlainLog log) {
        return follower(1, log).withIncarnation(new Object());
    }

    @Test
    void aMinorityMayLagBehind() {
        acknowledged().step(4, follower(2, log())).step(4, follower(2, log(2)));
    }

    @Test
    void everybodyMayCrashAndRecover() {
        acknowledged().crash(1).crash(2).crash(3).crash(4)
                .step(4, follower(1, log())).step(1, follower(1, ONE))
                .step(2, follower(1, ONE)).step(3, follower(1, ONE));
    }

    @Test
    void whatNobodyWasToldMayGo() {
        story.step(1, leader(1, ONE)).step(2, follower(1, ONE)).step(3, follower(1, ONE)).tells(1, "no leader")
                .step(1, follower(1, log())).step(2, follower(1, log())).step(3, leader(2, log()));
    }

    @Test
    void theLogMayGoIntoASnapshot() {
        acknowledged().step(2, follower(1, ONE.compactTo(1))).step(3, leader(2, ONE.compactTo(1)))
                .step(1, follower(2, new PlainLog(5, List.of())));
    }

    @Test
    void aDeposedLeaderMayLackIt() {
        acknowledged().step(4, leader(1, log()));
    }

    @Test
    void aLaterLeaderWithoutItBreaksIt() {
        acknowledged().step(4, follower(2, log())).breaks(4, leader(2, log()), List.of("n4", "n1"),
                "n4, leader of term 2, lacks 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void aLeaderThatTurnsOutToLeadALaterTermBreaksIt() {
        PlainLog empty = log();
        acknowledged().step(4, leader(1, empty)).breaks(4, leader(2, empty), List.of("n4", "n1"),
                "n4, leader of term 2, lacks 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void aMajorityThatForgotBreaksIt() {
        acknowledged().crash(2).breaks(2, again(log()), List.of("n2", "n4"),
                "2 of 4 lack 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void whoeverIsDownIsNotCounted() {
        acknowledged().crash(4).crash(2).step(2, again(log())).crash(2)
                .step(4, follower(1, log())).crash(3).breaks(3, again(log()), List.of("n3", "n4"),
                        "2 of 4 lack 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void aRestartThatForgetsIsNoCrash() {
        acknowledged().step(2, again(log())).step(3, again(log()));
    }

    @Test
    void whatIsLostWhileUpIsLeftToOthersUntilALeaderLacksIt() {
        acknowledged().step(2, follower(1, log())).step(3, follower(1, log())).crash(2).step(2, again(log()))
                .breaks(3, leader(2, log()), List.of("n3", "n1"),
                        "n3, leader of term 2, lacks 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void whoeverTellsTooSoonForgetsAtItsPeril() {
        story.tells(1, "committed 1").step(1, leader(1, ONE)).step(2, follower(1, log())).step(3, follower(1, log()))
                .crash(1).breaks(1, again(log()), List.of("n1", "n2", "n3"),
                        "3 of 4 lack 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void tellingOfWhatIsNotThereBreaksIt() {
        story.step(1, leader(1, ONE)).tells(1, "committed 2").breaks(1, leader(1, ONE), List.of("n1"),
                "n1 told c1 that its command is committed at index 2, its log ends at 1");
    }

    @Test
    void whoeverRestartedSinceMayHaveLostWhatItTold() {
        story.step(1, leader(1, ONE)).tells(1, "committed 1").step(1, again(log()));
    }

    @Test
    void anotherEntryInItsPlaceIsNotIt() {
        acknowledged().crash(2).breaks(2, again(log(2)), List.of("n2", "n4"),
                "2 of 4 lack 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void onlyMembersCount() {
        Set<String> members = Set.of("n1", "n2", "n3");
        story.step(4, follower(0, log()).withMembers(members)).step(3, follower(1, log()).withMembers(members))
                .step(2, follower(1, ONE).withMembers(members)).tells(1, "committed 1")
                .step(1, leader(1, ONE).withMembers(members))
                .crash(2).breaks(2, again(log()).withMembers(members), List.of("n2", "n3"),
                        "2 of 3 lack 1:c1t1 at index 1, which n1 told c1 is committed");
    }

    @Test
    void afterAChangeOfMembershipLeadersAreHeldToItStill() {
        acknowledged().step(1, leader(1, ONE).withMembers(Set.of("n1")))
                .step(2, again(log())).step(3, again(log()))
                .breaks(2, leader(3, log()), List.of("n2", "n1"),
                        "n2, leader of term 3, lacks 1:c1t1 at index 1, which n1 told c1 is committed");
    }
}
