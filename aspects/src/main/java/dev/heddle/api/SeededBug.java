package dev.heddle.api;

import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * A bug that can be switched on in a scenario.
 *
 * @param id its name on the command line
 * @param summary one line about what goes wrong
 * @param options the scenario's own options that are set with it unless the user sets them: features without
 *     which it does nothing
 * @param needs what else the user must ask for, as it stands on the command line, such as {@code --network udp}
 */
public record SeededBug(String id, String summary, SortedMap<String, String> options, List<String> needs) {
    public SeededBug {
        options = Collections.unmodifiableSortedMap(new TreeMap<>(options));
        needs = List.copyOf(needs);
    }

    /** One that shows in the scenario as it is. */
    public SeededBug(String id, String summary) {
        this(id, summary, new TreeMap<>(Map.of()), List.of());
    }
}
