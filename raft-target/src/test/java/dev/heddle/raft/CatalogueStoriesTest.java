package dev.heddle.raft;

import static dev.heddle.raft.Server.FOUR;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.raft.bugs.Bugs;
import java.util.List;
import org.junit.jupiter.api.Test;

/** How the defects that need most to happen do their harm, step by step, and what happens without them. */
class CatalogueStoriesTest {

    private static final String ALONE = """
            elect n1
            down n2
            down n3
            down n4
            """;
    private static final String WITHOUT_N1 = """
            quietly
            down n1
            up n2
            up n3
            up n4
            elect n2
            """;

    private static String with(String bug, String commands) {
        return new Script(FOUR, FOUR, RaftFeatures.figure2(), Bugs.rulesWith(List.of(bug))).run(commands);
    }

    private static String right(String commands) {
        return new Script(FOUR, FOUR, RaftFeatures.figure2()).run(commands);
    }

    @Test
    void singleServerChangeHasTwoMajoritiesThatDoNotMeet() {
        String twoRemovals = ALONE + "n1: change n1 n2 n3\n" + WITHOUT_N1 + """
                down n3
                n2: change n2 n3 n4
                quietly
                show n2
                down n2
                down n4
                crash n1
                up n1
                up n3
                elect n1
                elect n1
                show n1
                """;
        assertEquals("""
                n2 Leader{term=2 votedFor=n2 leader=n2 log=[2:members=[n2, n3, n4]] commitIndex=1 lastApplied=1 \
                progress=[1/0, 1/0, 1/0, 2/1]}
                n1 Leader{term=3 votedFor=n1 leader=n1 log=[1:members=[n1, n2, n3], 3:no-op] commitIndex=2 \
                lastApplied=2 progress=[2/0, 2/0, 3/2, 2/0]}
                """, with("single-server-change", twoRemovals), "what n2 has committed n1 lacks");
        assertTrue(last(right(twoRemovals)).startsWith("n1 Candidate{term=3"), right(twoRemovals));
    }

    private static final String CONFLICT = ALONE + """
            n1: append x
            n1: append y
            """ + WITHOUT_N1 + """
            n2: append a
            n2: append b
            quietly
            """;

    @Test
    void commitPastVerifiedCommitsTheEntriesOfADeposedLeader() {
        String heartbeat = CONFLICT + """
                up n1
                fire n2 Heartbeat
                quietly
                show n1
                """;
        assertEquals("the leader's entry 2:append a conflicts with 1:append x, committed at index 1",
                assertThrows(IllegalStateException.class, () -> with("commit-past-verified", heartbeat)).getMessage());
        assertEquals("n1 Follower{term=2 votedFor=none leader=n2 log=[2:append a, 2:append b] commitIndex=2"
                + " lastApplied=2}", last(right(heartbeat)));
    }

    @Test
    void snapshotKeepsConflictKeepsTheEntriesOfADeposedLeader() {
        String snapshot = CONFLICT.replace("n2: append b\n", "") + """
                compact n2
                up n1
                fire n2 Retry
                quietly
                show n1
                """;
        assertEquals("n1 Follower{term=2 votedFor=none leader=n2 log=snapshot 1:2 [1:append y] commitIndex=1"
                + " lastApplied=1}", last(with("snapshot-keeps-conflict", snapshot)));
        assertEquals("n1 Follower{term=2 votedFor=none leader=n2 log=snapshot 1:2 [] commitIndex=1 lastApplied=1}",
                last(right(snapshot)));
    }

    private static String last(String text) {
        return text.substring(text.lastIndexOf("\n", text.length() - 2) + 1).strip();
    }
}
