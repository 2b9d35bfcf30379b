package dev.heddle.harness.coverage;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.SortedSet;

/** What never happened, of what could have, as far as that can be known from what did. */
public final class Gaps {
    private Gaps() {}

    /**
     * One line for each.
     *
     * @param coverage of all executions
     * @param possible the kinds of events from outside that could have happened, by the first word of their lines
     */
    public static List<String> in(Coverage coverage, List<String> possible) {
        SortedSet<String> modes = coverage.modes();
        List<String> gaps = new ArrayList<>();
        gaps(coverage.messages(), modes, "no %s was ever delivered to a node in mode %s", gaps);
        gaps(coverage.timers(), modes, "%s never fired at a node in mode %s", gaps);
        for (String from : modes) {
            for (String to : modes) {
                if (!from.equals(to) && !coverage.transitions().containsKey(from + " -> " + to)) {
                    gaps.add("no node ever went from mode " + from + " to " + to);
                }
            }
        }
        possible.stream().filter(event -> !coverage.events().containsKey(event)).distinct()
                .forEach(event -> gaps.add("there was never any '" + event + "'"));
        return gaps;
    }

    private static void gaps(
            SortedMap<String, SortedMap<String, Long>> counts, SortedSet<String> modes, String line,
            List<String> gaps) {
        for (Map.Entry<String, SortedMap<String, Long>> kind : counts.entrySet()) {
            for (String mode : modes) {
                if (!kind.getValue().containsKey(mode)) {
                    gaps.add(String.format(line, kind.getKey(), mode));
                }
            }
        }
    }
}
