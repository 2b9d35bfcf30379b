package dev.heddle.maven;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;

import com.tngtech.archunit.core.importer.ClassFileImporter;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** The plugin knows the command line's options and JSON, and none of its classes. */
class DependencyTest {
    @Test
    void thePluginDependsOnMavenAndAReaderOfJsonOnly() {
        classes().should().onlyDependOnClassesThat(resideInAnyPackage(
                        "dev.heddle.maven..", "org.apache.maven..", "org.codehaus.plexus.util.xml..",
                        "com.fasterxml.jackson.core..", "org.w3c.dom..", "org.xml.sax..", "javax.xml..", "java.."))
                .check(new ClassFileImporter().importPath(Path.of("target/classes")));
    }
}
