package dev.heddle.loading;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import org.junit.jupiter.api.Test;

class JoinPointsTest {

    private static final ClassFile PLAIN = new ClassFile(52, "java/lang/Object", false);
    private static final ClassFile WITH_CALL = new ClassFile(52, "java/lang/Object", true);

    @Test
    void occurInDescendantsOfADispatcher() {
        try (ClassPath akka = ClassPath.open(TestClassPath.newestAkka())) {
            JoinPoints joinPoints = new JoinPoints(name -> akka.read(name + ".class"));

            assertTrue(joinPoints.mayOccurIn("my/Own", new ClassFile(52, "akka/dispatch/PinnedDispatcher", false)));
            assertFalse(joinPoints.mayOccurIn("my/Own", new ClassFile(52, "akka/actor/AbstractActor", false)));
        }
    }

    @Test
    void occurWhereSomethingIsCalledSaveInLibraries() {
        JoinPoints joinPoints = new JoinPoints(name -> null);

        assertTrue(joinPoints.mayOccurIn("my/Own", WITH_CALL));
        assertFalse(joinPoints.mayOccurIn("my/Own", PLAIN));
        assertFalse(joinPoints.mayOccurIn("scala/Own", WITH_CALL));
        assertTrue(joinPoints.mayOccurIn("scala/concurrent/java8/Own", WITH_CALL));
        assertTrue(joinPoints.mayOccurIn("akka/dispatch/Dispatcher", PLAIN));
    }
}
