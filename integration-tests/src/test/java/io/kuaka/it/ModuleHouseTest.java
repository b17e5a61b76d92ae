package io.kuaka.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import io.kuaka.it.support.PublishedClasses;
import java.nio.file.Files;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the house across modules. What happens inside kuaka-core is HouseTest's there. */
class ModuleHouseTest {

    private static final JavaClasses PUBLISHED = PublishedClasses.ALL;

    @Test
    void annotationsNeedTheJdkAlone() {
        classes()
                .that()
                .resideInAPackage("io.kuaka.annotations..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", "io.kuaka.annotations.."))
                .check(PUBLISHED);
    }

    @Test
    void hibernateIsKnownToItsReaderAlone() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.hibernate..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta.persistence.."))
                .check(PUBLISHED);
    }

    @Test
    void theReaderOfEntitiesIsKnownToToolingAlone() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kuaka.hibernate..", "io.kuaka.tooling..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.kuaka.hibernate.."))
                .check(PUBLISHED);
    }

    @Test
    void toolingIsAboveCommandsAndBelowWhateverUsersCall() {
        noClasses()
                .that()
                .resideOutsideOfPackages("io.kuaka.tooling..", "io.kuaka.cli..")
                .should()
                .dependOnClassesThat(resideInAPackage("io.kuaka.tooling.."))
                .check(PUBLISHED);
    }

    @Test
    void filesAreReadAndWrittenByLoaderCommandsAndTooling() {
        noClasses()
                .that()
                .resideOutsideOfPackages(
                        "io.kuaka.loader..",
                        "io.kuaka.command..",
                        "io.kuaka.tooling..",
                        "io.kuaka.hibernate.discovery..")
                .should()
                .dependOnClassesThat(type(Files.class))
                .check(PUBLISHED);
    }

    @Test
    void nobodyButTheCommandLineKnowsTheCommandLine() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.kuaka.cli..", "picocli.."))
                .check(PUBLISHED);
    }

    @Test
    void noDialectIsImportedByName() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.dialect..")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.kuaka.dialect.."))
                .check(PUBLISHED);
    }

    @Test
    void theTerminalBelongsToTheCommandLine() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.cli..")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(PUBLISHED);
    }

    @Test
    void nobodyOutsideOfCoreSpeaksJdbc() {
        noClasses()
                .that()
                .resideInAnyPackage(
                        "io.kuaka.cli..", "io.kuaka.tooling..", "io.kuaka.hibernate..", "io.kuaka.annotations..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql.."))
                .check(PUBLISHED);
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
                .check(PUBLISHED);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = PUBLISHED.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }
}
