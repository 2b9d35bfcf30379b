package dev.heddle.harness.run;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.heddle.harness.run.TargetFactory.Bug;
import dev.heddle.harness.schedule.Header;
import dev.heddle.harness.schedule.NetworkKind;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;

class TargetFactoryTest {
    private static final TargetFactory FACTORY = new TargetFactory() {
        @Override
        public List<Option> options() {
            return List.of();
        }

        @Override
        public List<Bug> bugs() {
            return List.of(
                    new Bug("plain", "takes nothing"),
                    new Bug("one", "takes two options", sorted(Map.of("a", "1", "b", "1")), List.of()),
                    new Bug("other", "takes one of them", sorted(Map.of("b", "2")), List.of()));
        }

        @Override
        public Target create(int nodes, NetworkKind network, List<String> bugs, SortedMap<String, String> options) {
            throw new UnsupportedOperationException("nobody asks");
        }
    };

    private static SortedMap<String, String> sorted(Map<String, String> options) {
        return new TreeMap<>(options);
    }

    private static Map<String, String> with(List<String> bugs, Map<String, String> given) {
        Header header = Header.of("any", 1, 1).withBugs(bugs).withTargetOptions(sorted(given));
        return FACTORY.completed(header).targetOptions();
    }

    @Test
    void aBugsOptionsAreSetWithIt() {
        assertEquals(Map.of("a", "1", "b", "1"), with(List.of("one"), Map.of()));
        assertEquals(Map.of("c", "3"), with(List.of("plain"), Map.of("c", "3")));
        assertEquals(Map.of(), with(List.of(), Map.of()));
    }

    @Test
    void whatTheUserSetsStands() {
        assertEquals(Map.of("a", "0", "b", "1"), with(List.of("one"), Map.of("a", "0")));
    }

    @Test
    void ofSeveralBugsTheFirstDecides() {
        assertEquals(Map.of("a", "1", "b", "1"), with(List.of("one", "other"), Map.of()));
        assertEquals(Map.of("a", "1", "b", "2"), with(List.of("other", "one"), Map.of()));
    }
}
