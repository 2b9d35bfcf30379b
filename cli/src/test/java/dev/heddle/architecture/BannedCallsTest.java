package dev.heddle.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** What would make runs differ is not called; each message names what to use instead. */
class BannedCallsTest {
    private static final Set<String> ENDS = Set.of("exit", "halt");

    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(House.classes());

    @Test
    void noClockButTheWallClock() {
        noClasses().that().doNotHaveFullyQualifiedName("dev.heddle.harness.fuzz.WallClock")
                .and().doNotHaveFullyQualifiedName("dev.heddle.raft.RaftActor")
                .should().callMethod(System.class, "nanoTime")
                .orShould().callMethod(System.class, "currentTimeMillis")
                .because("the engine uses the world's clock, a budget WallClock, and a target its timers; the Raft's"
                        + " shell alone hands the algorithm its server's clock, which the weaving makes the world's")
                .check(CLASSES);
    }

    @Test
    void noGlobalRandomness() {
        noClasses().should().callMethod(Math.class, "random")
                .orShould().callMethod(ThreadLocalRandom.class, "current")
                .because("a strategy draws from its Rng and a target from its own java.util.Random")
                .check(CLASSES);
    }

    @Test
    void noSleeping() {
        noClasses().should().callMethod(Thread.class, "sleep", long.class)
                .because("virtual time passes by timers, and the campaign waits for its workers")
                .check(CLASSES);
    }

    @Test
    void noParallelStreams() {
        noClasses().should().callMethod(Collection.class, "parallelStream")
                .because("an engine runs on one thread; workers are the campaign's")
                .check(CLASSES);
    }

    @Test
    void noJavaSerialization() {
        noClasses().should().dependOnClassesThat().belongToAnyOf(
                        java.io.ObjectOutputStream.class, java.io.ObjectInputStream.class)
                .because("files are text: harness/schedule writes and reads them")
                .check(CLASSES);
    }

    /** Nothing but System.exit gives a process an exit code; a program of its own may do so in its main method. */
    @Test
    void onlyTheCommandLineAndMainMethodsEndTheProcess() {
        List<String> others = CLASSES.stream()
                .filter(type -> !type.getPackageName().startsWith("dev.heddle.cli"))
                .flatMap(type -> type.getMethodCallsFromSelf().stream())
                .filter(call -> call.getTargetOwner().isEquivalentTo(System.class) && call.getName().equals("exit")
                        || call.getTargetOwner().isEquivalentTo(Runtime.class) && ENDS.contains(call.getName()))
                .filter(call -> !call.getOrigin().getName().equals("main"))
                .map(JavaCall::getDescription)
                .toList();
        assertEquals(List.of(), others, "a limit or a find is an outcome, which main turns into an exit code");
    }
}
