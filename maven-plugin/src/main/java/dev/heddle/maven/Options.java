package dev.heddle.maven;

import java.util.ArrayList;
import java.util.List;

/** Arguments for the command line, from parameters that may be absent. */
final class Options {
    private final List<String> arguments = new ArrayList<>();

    Options(String... first) {
        arguments.addAll(List.of(first));
    }

    /** One option, unless its value is absent. */
    Options put(String name, Object value) {
        if (value != null && !value.toString().isBlank()) {
            arguments.add(name);
            arguments.add(value.toString().strip());
        }
        return this;
    }

    /** The same option for each value. */
    Options putAll(String name, List<String> values) {
        if (values != null) {
            values.forEach(value -> put(name, value));
        }
        return this;
    }

    /** An option without a value, where it is wanted. */
    Options flag(String name, boolean wanted) {
        if (wanted) {
            arguments.add(name);
        }
        return this;
    }

    List<String> list() {
        return List.copyOf(arguments);
    }
}
