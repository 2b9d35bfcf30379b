package dev.heddle.harness.number;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Values as numbers from 0 on, in the order in which they were met first. */
public final class Interner<V> {
    private final Map<V, Integer> numbers = new HashMap<>();
    private final List<V> values = new ArrayList<>();

    /** The number of a value, a new one where it was not met before. */
    public int number(V value) {
        Integer known = numbers.putIfAbsent(value, values.size());
        if (known != null) {
            return known;
        }
        values.add(value);
        return values.size() - 1;
    }

    /** The value of a number that was given. */
    public V value(int number) {
        return values.get(number);
    }

    /** How many numbers were given. */
    public int size() {
        return values.size();
    }
    /** Forgets all values; numbers are given from 0 on again. */
    public void clear() {
        numbers.clear();
        values.clear();
    }
}
