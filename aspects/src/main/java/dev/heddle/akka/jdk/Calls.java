package dev.heddle.akka.jdk;

import java.lang.reflect.InvocationTargetException;
import org.aspectj.lang.JoinPoint;
import org.aspectj.lang.reflect.CodeSignature;

/** Calls a method that stands in for the one at a join point. */
final class Calls {
    private Calls() {}

    static Class<?> type(JoinPoint.StaticPart call) {
        return call.getSignature().getDeclaringType();
    }

    static String name(JoinPoint.StaticPart call) {
        return call.getSignature().getName();
    }

    static Class<?>[] parameterTypes(JoinPoint.StaticPart call) {
        return ((CodeSignature) call.getSignature()).getParameterTypes();
    }

    /** Calls a public method; what it throws is thrown. */
    static Object invoke(Class<?> type, String name, Class<?>[] parameterTypes, Object target, Object... arguments) {
        try {
            return type.getMethod(name, parameterTypes).invoke(target, arguments);
        } catch (NoSuchMethodException | IllegalAccessException e) {
            throw new UnsupportedOperationException(
                    "Heddle has nothing in the place of " + type.getName() + "." + name, e);
        } catch (InvocationTargetException e) {
            if (e.getCause() instanceof RuntimeException thrown) {
                throw thrown;
            } else if (e.getCause() instanceof Error thrown) {
                throw thrown;
            }
            throw new IllegalStateException(e.getCause());
        }
    }
}
