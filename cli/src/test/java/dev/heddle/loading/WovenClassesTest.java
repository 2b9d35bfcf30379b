package dev.heddle.loading;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.File;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** What the build has woven, all of Akka, against the table by which a class that loads skips the weaver. */
class WovenClassesTest {

    @Test
    void everyAdvisedClassPassesTheTableOfJoinPoints() {
        Set<String> aspects = Realm.aspects(getClass().getClassLoader()).stream()
                .map(name -> name.replace('.', '/')).collect(Collectors.toSet());
        Set<String> advised = new TreeSet<>();
        Set<String> missed = new TreeSet<>();
        try (ClassPath originals = ClassPath.open(originals())) {
            JoinPoints joinPoints = new JoinPoints(name -> originals.read(name + ".class"));
            for (String name : originals.classNames().map(name -> name.replace('.', '/')).toList()) {
                byte[] woven = Realm.bytesOf(getClass().getClassLoader(), name + ".class");
                if (ClassFile.read(woven, aspects::contains).mentionsMarker()) {
                    advised.add(name);
                    if (!joinPoints.mayOccurIn(name, JoinPoints.read(name, originals.read(name + ".class")))) {
                        missed.add(name);
                    }
                }
            }
        }
        // The closures that weaving adds have no original, and so are not asked for.
        assertEquals(Set.of(), missed, "add what they have in common to the table in JoinPoints");
        assertTrue(advised.containsAll(JoinPoints.REQUIRED), advised.toString());
    }

    private static List<Path> originals() {
        return Stream.of(System.getProperty("surefire.test.class.path", System.getProperty("java.class.path"))
                .split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> path.getFileName().toString().matches("(akka-actor_|scala-java8-compat_).*\\.jar"))
                .toList();
    }
}
