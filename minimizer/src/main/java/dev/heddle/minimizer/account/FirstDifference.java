package dev.heddle.minimizer.account;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Where an execution first went another way than the same one without a defect.
 *
 * @param event the number of the event, from 1
 * @param happening what the event is, in words
 * @param defect how the defect is called
 * @param absent true where the event does not happen at all without the defect; then there is no more to tell
 * @param with what it did, in words
 * @param without what it does without the defect, in words
 * @param right the fields of the node that it ran, as they are then without the defect, in their order
 */
public record FirstDifference(
        int event,
        String happening,
        String defect,
        boolean absent,
        String with,
        String without,
        Map<String, String> right) {
    public FirstDifference {
        right = Collections.unmodifiableMap(new LinkedHashMap<>(right));
    }
}
