package dev.heddle.api;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.RecordComponent;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** Ways in which a message may be corrupted. */
public final class Corruptions {
    private Corruptions() {}

    /**
     * A record with one component changed: each {@code int} and {@code long} by one up and one down, each
     * {@code boolean} the other way, in the order of their declaration. What the record's constructor refuses is
     * left out; of what is no record there is nothing.
     */
    public static List<Object> ofRecord(Object message) {
        if (message == null || !message.getClass().isRecord()) {
            return List.of();
        }
        RecordComponent[] components = message.getClass().getRecordComponents();
        Object[] values = Stream.of(components).map(c -> value(c, message)).toArray();
        List<Object> corrupted = new ArrayList<>();
        for (int i = 0; i < components.length; i++) {
            for (Object other : others(components[i].getType(), values[i])) {
                Object[] changed = values.clone();
                changed[i] = other;
                add(corrupted, message.getClass(), components, changed);
            }
        }
        return corrupted;
    }

    private static List<Object> others(Class<?> type, Object value) {
        if (type == int.class) {
            return List.of((int) value + 1, (int) value - 1);
        } else if (type == long.class) {
            return List.of((long) value + 1, (long) value - 1);
        }
        return type == boolean.class ? List.of(!(boolean) value) : List.of();
    }

    private static Object value(RecordComponent component, Object message) {
        try {
            Method accessor = component.getAccessor();
            accessor.setAccessible(true);
            return accessor.invoke(message);
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot read " + component + " of a message", e);
        }
    }

    private static void add(List<Object> corrupted, Class<?> type, RecordComponent[] components, Object[] values) {
        try {
            var constructor = type.getDeclaredConstructor(
                    Arrays.stream(components).map(RecordComponent::getType).toArray(Class<?>[]::new));
            constructor.setAccessible(true);
            corrupted.add(constructor.newInstance(values));
        } catch (InvocationTargetException refused) {
            // No message of its class has such contents.
        } catch (ReflectiveOperationException e) {
            throw new IllegalArgumentException("cannot make a " + type.getName(), e);
        }
    }
}
