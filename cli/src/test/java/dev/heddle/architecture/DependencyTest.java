package dev.heddle.architecture;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Dependencies point one way, and only the adapter knows what is inside Akka. The other ways in (junit/, maven-plugin/)
 * are not needed for the command line and have tests of their own for this.
 */
class DependencyTest {
    private static final JavaClasses CLASSES = new ClassFileImporter().importPaths(House.classes());

    /** Akka's logging is for everybody; the rest of that package is not. */
    private static final DescribedPredicate<JavaClass> AKKA_INTERNALS = resideInAnyPackage(
                    "akka.dispatch..", "akka.actor.dungeon..", "akka.event..", "akka.util..")
            .and(DescribedPredicate.not(named("LoggingAdapter", "Logging")))
            .or(named("ActorCell", "LocalActorRef", "InternalActorRef", "ActorSystemImpl", "RepointableActorRef",
                    "ActorRefProvider", "LocalActorRefProvider", "TimerSchedulerImpl"));

    private static DescribedPredicate<JavaClass> named(String... simpleNames) {
        List<String> names = List.of(simpleNames);
        return DescribedPredicate.describe("are internals of Akka", c -> names.contains(c.getSimpleName())
                && c.getPackageName().startsWith("akka"));
    }

    @Test
    void theClassesAreFound() {
        for (String module : List.of("dev.heddle.harness", "dev.heddle.raft", "dev.heddle.invariants",
                "dev.heddle.minimizer", "dev.heddle.report", "dev.heddle.debugger", "dev.heddle.akka",
                "dev.heddle.examples.raft", "dev.heddle.cli")) {
            assertTrue(CLASSES.stream().anyMatch(c -> c.getPackageName().startsWith(module)), module);
        }
    }

    @Test
    void theEngineDependsOnTheJdkOnly() {
        classes().that().resideInAPackage("dev.heddle.harness..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("dev.heddle.harness..", "java..", "org.slf4j.."))
                .check(CLASSES);
    }

    @Test
    void invariantsDependOnTheEngineOnly() {
        classes().that().resideInAPackage("dev.heddle.invariants..")
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("dev.heddle.invariants..", "dev.heddle.harness..", "java.."))
                .check(CLASSES);
    }

    @Test
    void theMinimizerDependsOnTheEngineOnly() {
        classes().that().resideInAPackage("dev.heddle.minimizer..")
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("dev.heddle.minimizer..", "dev.heddle.harness..", "java.."))
                .check(CLASSES);
    }

    @Test
    void reportsAndTheDebuggerDependOnTheEngineAndTheMinimizerOnly() {
        for (String module : List.of("dev.heddle.report..", "dev.heddle.debugger..")) {
            classes().that().resideInAPackage(module)
                    .should().onlyDependOnClassesThat(resideInAnyPackage(
                            module, "dev.heddle.minimizer..", "dev.heddle.harness..", "java..", "org.slf4j.."))
                    .check(CLASSES);
        }
    }

    @Test
    void theRaftDoesNotKnowThatItIsTested() {
        classes().that().resideInAPackage("dev.heddle.raft..")
                .should().onlyDependOnClassesThat(
                        resideInAnyPackage("dev.heddle.raft..", "akka..", "scala..", "java.."))
                .check(CLASSES);
    }

    /** Empty where only the command line and what it needs was built. */
    @Test
    void theClusterIsAnOrdinaryApplicationOfTheRaft() {
        classes().that().resideInAPackage("dev.heddle.examples.cluster..")
                .should().onlyDependOnClassesThat(resideInAnyPackage("dev.heddle.examples.cluster..",
                        "dev.heddle.raft..", "akka..", "com.typesafe.config..", "scala..", "java.."))
                .allowEmptyShould(true)
                .check(CLASSES);
    }

    @Test
    void theAdapterDoesNotKnowTheTargetsNorTheCommandLine() {
        noClasses().that().resideInAnyPackage(
                        "dev.heddle.akka..", "dev.heddle.aspects..", "dev.heddle.api..", "dev.heddle.loading..")
                .should().dependOnClassesThat(resideInAnyPackage(
                        "dev.heddle.raft..", "dev.heddle.examples..", "dev.heddle.cli..", "dev.heddle.invariants.."))
                .check(CLASSES);
    }

    @Test
    void nobodyDependsOnTheCommandLine() {
        noClasses().that().resideOutsideOfPackage("dev.heddle.cli..")
                .should().dependOnClassesThat(resideInAPackage("dev.heddle.cli.."))
                .check(CLASSES);
    }

    @Test
    void onlyTheAdapterKnowsWhatIsInsideAkka() {
        noClasses().that()
                .resideOutsideOfPackages("dev.heddle.akka..", "dev.heddle.aspects..", "dev.heddle.cli.bench..")
                .should().dependOnClassesThat(AKKA_INTERNALS)
                .check(CLASSES);
    }

    @Test
    void packagesHaveNoCycles() {
        slices().matching("dev.heddle.(**)").should().beFreeOfCycles().check(CLASSES);
    }
}
