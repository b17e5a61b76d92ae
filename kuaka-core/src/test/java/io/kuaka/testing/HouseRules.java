package io.kuaka.testing;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackages;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.type;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.lang.syntax.ArchRuleDefinition;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import java.nio.file.Files;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/**
 * The rules of the house: which package may import which, and where databases, files and the terminal are used.
 *
 * <p>Core checks its own classes in its own build; the integration tests check those of all modules.
 */
public interface HouseRules {
    /** Returns the classes that are checked. */
    JavaClasses classes();

    @TestFactory
    default Stream<DynamicTest> aPackageImportsOnlyWhatTheTableAllows() {
        return House.ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room.packageName(), () -> ArchRuleDefinition.classes()
                        .that()
                        .resideInAPackage(room.packageName())
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(room.allowedPackages()))
                        .allowEmptyShould(true)
                        .check(classes())));
    }

    @Test
    default void everyPackageHasARowInTheTable() {
        List<String> rows = House.ROOMS.stream().map(Room::packageName).toList();

        assertThat(classes()).extracting(JavaClass::getPackageName).isSubsetOf(rows);
    }

    @Test
    default void packagesFormNoCycle() {
        SliceAssignment eachPackage = new SliceAssignment() {
            @Override
            public SliceIdentifier getIdentifierOf(JavaClass each) {
                return each.getPackageName().startsWith("io.kuaka")
                        ? SliceIdentifier.of(each.getPackageName())
                        : SliceIdentifier.ignore();
            }

            @Override
            public String getDescription() {
                return "each package of io.kuaka";
            }
        };

        slices().assignedFrom(eachPackage).should().beFreeOfCycles().check(classes());
    }

    @Test
    default void noDialectIsImportedByName() {
        noClasses()
                .that(resideOutsideOfPackage(Room.subtree("dialect")))
                .should()
                .dependOnClassesThat(resideInAPackage(Room.subtree("dialect")))
                .check(classes());
    }

    @Test
    default void aDialectKnowsNoOtherDialect() {
        slices().matching("io.kuaka.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .check(classes());
    }

    @Test
    default void jdbcStaysWhereADatabaseIsSpokenTo() {
        noClasses()
                .that(resideOutsideOfPackages(in(
                        "io.kuaka",
                        "schema",
                        "compare",
                        "data",
                        "recorder",
                        "lease",
                        "executor",
                        "dialect",
                        "command",
                        "junit",
                        "spring")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .check(classes());
    }

    @Test
    default void filesAreReadAndWrittenByLoaderCommandsAndTooling() {
        noClasses()
                .that(resideOutsideOfPackages(
                        in("io.kuaka.hibernate.discovery", "loader", "command", "tooling", "junit.database")))
                .should()
                .dependOnClassesThat(type(Files.class))
                .check(classes());
    }

    @Test
    default void theTerminalBelongsToTheCommandLineAndTheBuildTool() {
        noClasses()
                .that(resideOutsideOfPackages(Room.subtree("cli"), Room.subtree("maven")))
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .check(classes());
    }

    @Test
    default void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
                .check(classes());
    }

    @Test
    default void everyPackageIsNullMarked() {
        List<String> unmarked = classes().stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }

    /** {@code exact} is a package without its sub-packages. */
    private static String[] in(String exact, String... rooms) {
        return Stream.concat(Stream.of(exact), Arrays.stream(rooms).map(Room::subtree))
                .toArray(String[]::new);
    }
}
