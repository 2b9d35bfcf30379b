package dev.heddle.akka;

import java.util.Arrays;
import scala.Product;
import scala.util.Failure;
import scala.util.Success;
import scala.util.Try;

/**
 * What Akka Typed puts around a message that is adapted where it arrives: one of its own with the function that does
 * it, and, around the result of a future, a {@link Try}. Neither says anything to anybody.
 */
final class Wrapping {
    private static final String TO_BE_ADAPTED = "akka.actor.typed.internal.InternalMessage";
    private static final ClassValue<Boolean> ADAPTS = new ClassValue<>() {
        @Override
        protected Boolean computeValue(Class<?> type) {
            return Product.class.isAssignableFrom(type)
                    && Arrays.stream(type.getInterfaces()).anyMatch(i -> i.getName().equals(TO_BE_ADAPTED));
        }
    };

    private Wrapping() {}

    /** The message that somebody sent; what holds no message stands for itself. */
    static Object sent(Object payload) {
        if (payload == null || !ADAPTS.get(payload.getClass())) {
            return payload;
        }
        Object part = ((Product) payload).productElement(0);
        Object sent = part instanceof Try<?> result
                ? result.isSuccess() ? result.get() : result.failed().get()
                : part;
        if (sent == null) {
            return part == null ? payload : part;
        }
        return sent;
    }

    /** What arrives where another message was sent instead. */
    static Object around(Object payload, Object other) {
        if (sent(payload) == payload) {
            return other;
        }
        Product wrapper = (Product) payload;
        Object[] parts = new Object[wrapper.productArity()];
        for (int i = 1; i < parts.length; i++) {
            parts[i] = wrapper.productElement(i);
        }
        parts[0] = wrapper.productElement(0) instanceof Try ? result(other) : other;
        try {
            return wrapper.getClass().getConstructors()[0].newInstance(parts);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("cannot make a " + wrapper.getClass().getName(), e);
        }
    }

    private static Try<?> result(Object value) {
        if (value instanceof Try<?> whole) {
            return whole;
        }
        return value instanceof Throwable failure ? new Failure<>(failure) : new Success<>(value);
    }
}
