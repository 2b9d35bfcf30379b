package dev.heddle.junit;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** What the extension knows: the engine, the minimizer and how scenarios are loaded; no target, and nothing of Akka. */
class DependencyTest {
    @Test
    void theExtensionKnowsNoTargets() {
        classes().should().onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.heddle.junit..", "dev.heddle.harness..", "dev.heddle.minimizer..",
                        "dev.heddle.invariants..", "dev.heddle.loading..", "dev.heddle.api..", "org.junit..",
                        "org.opentest4j..", "org.slf4j..", "java.."))
                .check(new ClassFileImporter().importPath(Path.of("target/classes")));
    }
}
