package dev.heddle.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.List;
import org.junit.jupiter.api.Test;

/** §6, "Cluster membership changes", by joint consensus. */
class Section6MembershipTest {

    private static final List<String> FIVE = List.of("n1", "n2", "n3", "n4", "n5");

    private static Script script(int members) {
        return new Script(FIVE, FIVE.subList(0, members), RaftFeatures.figure2());
    }

    @Test
    void aChangeGoesThroughAJointMembershipThatIsInForceOnceAppended() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[] commitIndex=0 lastApplied=0 \
                progress=[1/0, 1/0, 1/0, 1/0, 1/0] catchUp=[n1, n3] (round 1 to 0)}
                n1 -> n3 AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[] leaderCommit=0}
                n3 -> n1 AppendEntriesReply{term=1 follower=n3 success=true matchIndex=0}
                n1 -> n2 AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[1:members=[n1, \
                n2]->[n1, n3]] leaderCommit=0}
                n1 -> n3 AppendEntries{term=1 leader=n1 prevLogIndex=0 prevLogTerm=0 entries=[1:members=[n1, \
                n2]->[n1, n3]] leaderCommit=0}
                n2 -> n1 AppendEntriesReply{term=1 follower=n2 success=true matchIndex=1}
                n3 -> n1 AppendEntriesReply{term=1 follower=n3 success=true matchIndex=1}
                n1 -> n3 AppendEntries{term=1 leader=n1 prevLogIndex=1 prevLogTerm=1 entries=[1:members=[n1, \
                n3]] leaderCommit=1}
                n3 -> n1 AppendEntriesReply{term=1 follower=n3 success=true matchIndex=2}
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2]->[n1, n3], 1:members=[n1, n3]] \
                commitIndex=2 lastApplied=2 progress=[1/0, 2/1, 3/2, 1/0, 1/0]}
                """, script(2).run("""
                elect n1
                n1: change n1 n3
                show n1
                deliver
                show n1
                """));
    }

    @Test
    void aJointMembershipNeedsBothMajorities() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2, n3]->[n1, n4, n5]] commitIndex=0 \
                lastApplied=0 progress=[1/0, 1/0, 1/0, 2/1, 2/1]}
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2, n3]->[n1, n4, n5], \
                1:members=[n1, n4, n5]] commitIndex=2 lastApplied=2 progress=[1/0, 2/1, 1/0, 3/2, 3/2]}
                """, script(3).run("""
                elect n1
                down n2
                down n3
                n1: change n1 n4 n5
                quietly
                show n1
                up n2
                fire n1 Retry
                quietly
                show n1
                """));
    }

    @Test
    void aLeaderThatIsRemovedStepsDownOnceTheNewMembershipIsCommittedAndTheSurvivorGoesOn() {
        assertEquals("""
                n1 Follower{term=1 votedFor=n1 leader=none log=[1:members=[n1, n2]->[n2], 1:members=[n2]] \
                commitIndex=2 lastApplied=2}
                n2 Follower{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2]->[n2], 1:members=[n2]] \
                commitIndex=1 lastApplied=1}
                n2 Leader{term=2 votedFor=n2 leader=n2 log=[1:members=[n1, n2]->[n2], 1:members=[n2], 2:no-op, \
                2:append alone] commitIndex=4 lastApplied=4 progress=[3/0, 3/0, 3/0, 3/0, 3/0]}
                """, script(2).run("""
                elect n1
                n1: change n2
                quietly
                show n1
                show n2
                fire n1 ElectionTimeout
                fire n2 ElectionTimeout
                n2: append alone
                deliver
                show n2
                """));
    }

    @Test
    void aNewLeaderFinishesTheChangeThatAnEarlierOneBegan() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2, n3]->[n2, n3, n4]] commitIndex=0 \
                lastApplied=0 progress=[1/0, 1/0, 1/0, 2/1, 1/0]}
                n4 Leader{term=2 votedFor=n4 leader=n4 log=[1:members=[n1, n2, n3]->[n2, n3, n4], 2:no-op, \
                2:members=[n2, n3, n4]] commitIndex=3 lastApplied=3 progress=[2/0, 4/3, 4/3, 2/0, 2/0]}
                """, script(3).run("""
                elect n1
                down n2
                down n3
                n1: change n2 n3 n4
                quietly
                show n1
                down n1
                up n2
                up n3
                elect n4
                show n4
                """));
    }

    @Test
    void anEntryThatIsCutOffTakesItsMembershipWithIt() {
        assertEquals("""
                n1 Leader{term=1 votedFor=n1 leader=n1 log=[1:members=[n1, n2, n3]->[n1]] commitIndex=0 \
                lastApplied=0 progress=[1/0, 1/0, 1/0, 1/0, 1/0]}
                n1 Follower{term=2 votedFor=none leader=n2 log=[2:append a] commitIndex=1 lastApplied=1}
                """, script(3).run("""
                elect n1
                down n2
                down n3
                n1: change n1
                show n1
                down n1
                up n2
                up n3
                elect n2
                n2: append a
                quietly
                up n1
                fire n2 Retry
                quietly
                show n1
                """));
    }

    @Test
    void oneChangeAtATimeAndOnlyToKnownServers() {
        assertEquals("""
                refused: members must be servers of the cluster, each named once: [n9]
                refused: members must be servers of the cluster, each named once: [n1, n1]
                refused: a change is under way: members=[n1, n2, n3]->[n1, n2]
                """, script(3).run("""
                elect n1
                n1: change n9
                n1: change n1 n1
                n1: change n1 n2
                n1: change n1 n3
                """));
    }

    @Test
    void aServerOutsideTheClusterDoesNotStandForElection() {
        assertEquals("""
                n4 Follower{term=0 votedFor=none leader=none log=[] commitIndex=0 lastApplied=0}
                """, script(3).run("""
                fire n4 ElectionTimeout
                deliver
                show n4
                """));
    }
}
