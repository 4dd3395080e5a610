package org.outturn;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.fields;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.GeneralCodingRules.NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.lang.ArchRule;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** The rules of the house: who may know whom. */
class ArchitectureTest {
    private static final String BASE = "org.outturn.";

    @TestFactory
    Stream<DynamicTest> rules() {
        JavaClasses program =
                new ClassFileImporter()
                        .withImportOption(new ImportOption.DoNotIncludeTests())
                        .importPackages("org.outturn");
        return Stream.of(
                        onlyTheseMayUse("javafx", "org.outturn.ui..", "org.outturn.app.."),
                        onlyTheseMayUse("software.amazon", "org.outturn.aws.."),
                        onlyTheseMayUse(
                                "org.outturn.aws", "org.outturn.aws..", "org.outturn.app.."),
                        onlyTheseMayUse("org.outturn.ui", "org.outturn.ui..", "org.outturn.app.."),
                        onlyTheseMayUse("org.outturn.app", "org.outturn.app.."),
                        onlyTheseMayUse("ch.qos.logback", "org.outturn.logging.."),
                        sampleKnowsNobody(),
                        viewModelsKnowNoControls(),
                        featuresDoNotKnowOneAnother(),
                        noCycles(),
                        NO_CLASSES_SHOULD_ACCESS_STANDARD_STREAMS.allowEmptyShould(true),
                        noStaticState())
                .map(rule ->
                        DynamicTest.dynamicTest(rule.getDescription(), () -> rule.check(program)));
    }

    private static ArchRule onlyTheseMayUse(String used, String... users) {
        return noClasses()
                .that()
                .resideOutsideOfPackages(users)
                .should()
                .dependOnClassesThat()
                .resideInAnyPackage(used + "..")
                .allowEmptyShould(true);
    }

    private static ArchRule sampleKnowsNobody() {
        return noClasses()
                .that()
                .resideInAPackage("org.outturn.sample..")
                .should()
                .dependOnClassesThat(
                        JavaClass.Predicates.resideInAPackage("org.outturn..")
                                .and(
                                        DescribedPredicate.not(
                                                JavaClass.Predicates.resideInAPackage(
                                                        "org.outturn.sample.."))))
                .allowEmptyShould(true);
    }

    private static ArchRule viewModelsKnowNoControls() {
        return noClasses()
                .that()
                .haveSimpleNameEndingWith("ViewModel")
                .should()
                .dependOnClassesThat()
                .resideInAPackage("javafx.scene..")
                .allowEmptyShould(true);
    }

    private static ArchRule featuresDoNotKnowOneAnother() {
        return slices().assignedFrom(new UiFeatures())
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true);
    }

    private static ArchRule noCycles() {
        return slices().matching("org.outturn.(**)")
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true);
    }

    private static ArchRule noStaticState() {
        return fields().that()
                .areStatic()
                .and()
                .areDeclaredInClassesThat(
                        DescribedPredicate.describe("are ours", c -> !c.getName().contains("$")))
                .should()
                .beFinal()
                .allowEmptyShould(true);
    }

    /**
     * Every {@code ui} package but {@code common} and {@code main}, which everyone and no one may
     * know.
     */
    private static final class UiFeatures implements SliceAssignment {
        @Override
        public SliceIdentifier getIdentifierOf(JavaClass type) {
            String name = type.getPackageName();
            if (!name.startsWith(BASE + "ui.")
                    || name.equals(BASE + "ui.common")
                    || name.equals(BASE + "ui.main")) {
                return SliceIdentifier.ignore();
            }
            return SliceIdentifier.of(name);
        }

        @Override
        public String getDescription() {
            return "ui features";
        }
    }
}
