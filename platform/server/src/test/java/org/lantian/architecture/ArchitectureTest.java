package org.lantian.architecture;

import java.util.ArrayList;
import java.util.List;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

/** The direction of the features and the borders of the libraries; see platform/docs/architecture.md. */
class ArchitectureTest {

    /** Each may import only what stands to its left. */
    private static final List<String> FEATURES = List.of("common", "tenancy", "graphql", "audit", "job", "file",
            "document", "identity", "profile", "calendar", "ledger", "indicator", "diagnosis", "plan", "task",
            "emergency", "report", "app");

    private static final JavaClasses LANTIAN = new ClassFileImporter()
            .withImportOption(ImportOption.Predefined.DO_NOT_INCLUDE_TESTS).importPackages("org.lantian");

    @TestFactory
    List<DynamicTest> aFeatureKnowsOnlyWhatStandsToItsLeft() {
        List<DynamicTest> tests = new ArrayList<>();
        for (int i = 0; i < FEATURES.size(); i++) {
            String feature = FEATURES.get(i);
            String[] right = FEATURES.subList(i + 1, FEATURES.size()).stream().map(name -> "org.lantian." + name + "..")
                    .toArray(String[]::new);
            if (right.length > 0) {
                tests.add(DynamicTest.dynamicTest(feature,
                        () -> noClasses().that().resideInAPackage("org.lantian." + feature + "..").should()
                                .dependOnClassesThat().resideInAnyPackage(right).allowEmptyShould(true)
                                .check(LANTIAN)));
            }
        }
        return tests;
    }

    @Test
    void everyServerClassBelongsToAKnownFeatureOrModule() {
        String[] known = java.util.stream.Stream
                .concat(FEATURES.stream(), java.util.stream.Stream.of("engine", "plugin", "host", "tck"))
                .map(name -> "org.lantian." + name + "..").toArray(String[]::new);
        classes().should().resideInAnyPackage(known).check(LANTIAN);
    }

    @Test
    void packagesRunInNoCircles() {
        slices().matching("org.lantian.(*)..").should().beFreeOfCycles().check(LANTIAN);
        slices().matching("org.lantian.engine.(*)..").should().beFreeOfCycles().check(LANTIAN);
        slices().matching("org.lantian.plugin.(*)..").should().beFreeOfCycles().allowEmptyShould(true).check(LANTIAN);
    }

    @Test
    void thePureCoreKnowsNoFrameworkAndNoDatabase() {
        noClasses().that().resideInAnyPackage("org.lantian.engine..", "org.lantian.plugin..", "org.lantian.host..", "org.lantian.tck..")
                .should().dependOnClassesThat().resideInAnyPackage("io.micronaut..", "java.sql..", "javax.sql..",
                        "org.postgresql..", "jakarta.inject..")
                .check(LANTIAN);
        noClasses().that().resideInAPackage("org.lantian.plugin..").should().dependOnClassesThat()
                .resideOutsideOfPackages("org.lantian.plugin..", "java..", "org.jspecify..", "org.pf4j..")
                .check(LANTIAN);
    }

    @Test
    void librariesStayBehindTheirBorders() {
        noClasses().that(resideInAPackage("org.lantian..").and(com.tngtech.archunit.base.DescribedPredicate
                .not(resideInAPackage("org.lantian.document.."))))
                .should().dependOnClassesThat().resideInAnyPackage("org.apache.poi..", "org.dhatim..",
                        "org.openxmlformats..", "org.apache.xmlbeans..")
                .check(LANTIAN);
        noClasses().that(resideInAPackage("org.lantian..").and(com.tngtech.archunit.base.DescribedPredicate
                .not(resideInAnyPackage("org.lantian.host..", "org.lantian.plugin.."))))
                .should().dependOnClassesThat().resideInAPackage("org.pf4j..").check(LANTIAN);
        noClasses().that(resideInAPackage("org.lantian..").and(com.tngtech.archunit.base.DescribedPredicate
                .not(resideInAnyPackage("org.lantian.graphql..", "..graphql.."))))
                .should().dependOnClassesThat().resideInAnyPackage("graphql..", "org.dataloader..").check(LANTIAN);
        noClasses().that(resideInAPackage("org.lantian..").and(com.tngtech.archunit.base.DescribedPredicate
                .not(resideInAPackage("org.lantian.tenancy.."))))
                .should().dependOnClassesThat().resideInAnyPackage("liquibase..", "com.zaxxer..", "org.postgresql..")
                .check(LANTIAN);
    }
}
