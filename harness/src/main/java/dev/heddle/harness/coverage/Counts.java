package dev.heddle.harness.coverage;

import java.util.HashMap;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;

/** How often things happened that two words name, and in which execution first. */
final class Counts {
    private static final class Count {
        private long number;
        private long first;

        Count(long number, long first) {
            this.number = number;
            this.first = first;
        }
    }

    private final Map<String, Map<String, Count>> counts = new HashMap<>();

    /** It happened once more. */
    void add(String one, String other, long execution) {
        add(one, other, 1, execution);
    }

    private void add(String one, String other, long number, long first) {
        Map<String, Count> own = counts.get(one);
        if (own == null) {
            own = new HashMap<>();
            counts.put(one, own);
        }
        Count count = own.get(other);
        if (count == null) {
            own.put(other, new Count(number, first));
        } else {
            count.number += number;
            count.first = Math.min(count.first, first);
        }
    }

    void addAll(Counts others) {
        others.counts.forEach((one, own) ->
                own.forEach((other, count) -> add(one, other, count.number, count.first)));
    }

    SortedMap<String, SortedMap<String, Long>> sorted() {
        SortedMap<String, SortedMap<String, Long>> sorted = new TreeMap<>();
        counts.forEach((one, own) -> {
            SortedMap<String, Long> inner = new TreeMap<>();
            own.forEach((other, count) -> inner.put(other, count.number));
            sorted.put(one, inner);
        });
        return sorted;
    }

    /** The execution in which each thing happened first, in no order that anything may depend on. */
    long[] firsts() {
        return counts.values().stream().flatMap(own -> own.values().stream()).mapToLong(c -> c.first).toArray();
    }

    /** The same of each first word. */
    long[] firstsOfKinds() {
        return counts.values().stream()
                .mapToLong(own -> own.values().stream().mapToLong(c -> c.first).min().orElseThrow())
                .toArray();
    }
}
