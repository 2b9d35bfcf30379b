package dev.heddle.minimizer.prove;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as numbers from 0 on, in the order in which they were met first. */
final class Interner<V> {
    private final Map<V, Integer> numbers = new HashMap<>();
    private final List<V> values = new ArrayList<>();

    int number(V value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    V value(int number) {
        return values.get(number);
    }

    int size() {
        return values.size();
    }
}
