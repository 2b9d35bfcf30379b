package dev.heddle.examples.raft;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.heddle.api.ScenarioOption;
import dev.heddle.api.SeededBug;
import dev.heddle.raft.bugs.About;
import dev.heddle.raft.bugs.Bugs;
import dev.heddle.raft.bugs.Need;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class NeedsTest {
    private static SeededBug bug(Need... needs) {
        return Needs.seeded(new About("some", "wrong", List.of(needs)));
    }

    @Test
    void featuresAreSetAndTheRestIsLeftToTheUser() {
        SeededBug bug = bug(Need.LEASE, Need.READS_AND_RETRIES, Need.REORDERING, Need.EXCEPTIONS);
        assertEquals(Map.of("lease", "on", "clients", "words"), bug.options());
        assertEquals(List.of("--network udp", "--faults exception"), bug.needs());
        assertEquals(new SeededBug("some", "wrong"), bug());
    }

    @Test
    void everyNeedIsAnOptionThatChangesTheScenarioOrAWordOfTheCommandLine() {
        List<String> known = RaftOptions.ALL.stream().map(ScenarioOption::name).toList();
        for (Need need : Need.values()) {
            SeededBug bug = bug(need);
            assertEquals(1, bug.options().size() + bug.needs().size(), need.name());
            assertTrue(known.containsAll(bug.options().keySet()), need.name());
            if (!bug.options().isEmpty()) {
                assertNotEquals(RaftOptions.of(new TreeMap<>()), RaftOptions.of(bug.options()), need.name());
            }
        }
    }

    @Test
    void theEightOfTheStudyTakeNoOption() {
        assertTrue(Bugs.all().subList(0, 8).stream().allMatch(b -> Needs.seeded(b.about()).options().isEmpty()));
    }
}
