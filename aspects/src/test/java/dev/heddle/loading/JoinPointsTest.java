package dev.heddle.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;

class JoinPointsTest {

    @Test
    void letEveryClassPassThatTheAspectsAdvise() {
        try (ClassPath akka = ClassPath.open(TestClassPath.newestAkka())) {
            JoinPoints joinPoints = new JoinPoints(name -> akka.read(name + ".class"));
            LoadTimeWeaver weaver = new LoadTimeWeaver(Realm.aspects(getClass().getClassLoader()), name -> akka.read(name + ".class") == null ? parentBytes(name) : akka.read(name + ".class"), (name, old, woven) -> {});
            Set<String> advised = new TreeSet<>();
            Set<String> missed = new TreeSet<>();
            for (String name : akka.classNames().filter(name -> name.startsWith("akka.")).toList()) {
                byte[] bytes = akka.read(name.replace('.', '/') + ".class");
                byte[] woven = weaver.weave(name, bytes);
                if (woven != null && weaver.isAdvised(woven)) {
                    advised.add(name);
                    String internalName = name.replace('.', '/');
                    if (!joinPoints.mayOccurIn(internalName, JoinPoints.read(internalName, bytes))) {
                        missed.add(name);
                    }
                }
            }
            assertEquals(Set.of(), missed, "add what they have in common to the table in JoinPoints");
            assertTrue(advised.containsAll(List.of("akka.dispatch.MessageDispatcher", "akka.dispatch.Dispatcher")), advised.toString());
        }
    }

    private static byte[] parentBytes(String name) {
        return Realm.bytesOf(JoinPointsTest.class.getClassLoader(), name + ".class");
    }

    @Test
    void letDescendantsOfTheUserPass() {
        try (ClassPath akka = ClassPath.open(TestClassPath.newestAkka())) {
            JoinPoints joinPoints = new JoinPoints(name -> akka.read(name + ".class"));

            assertTrue(joinPoints.mayOccurIn("my/Own", new ClassFile(52, "akka/dispatch/PinnedDispatcher", false)));
            assertFalse(joinPoints.mayOccurIn("my/Own", new ClassFile(52, "akka/actor/AbstractActor", false)));
            assertTrue(joinPoints.mayOccurIn("my/Own", new ClassFile(52, "java/lang/Object", true)));
        }
    }
}
