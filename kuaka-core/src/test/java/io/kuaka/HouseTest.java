package io.kuaka;

import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideOutsideOfPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.library.dependencies.SliceAssignment;
import com.tngtech.archunit.library.dependencies.SliceIdentifier;
import io.kuaka.state.ColumnType.Kind;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Holds the house of kuaka-core: which package may import which, and the rules under that table. */
class HouseTest {

    /** One package of the house and what it may import with all its sub-packages, besides itself, the JDK and jspecify. */
    private record Room(String name, List<String> mayImport) {

        Room(String name, String... mayImport) {
            this(name, List.of(mayImport));
        }

        String[] allowedPackages() {
            return Stream.concat(
                            Stream.of("java..", "javax.sql..", "org.jspecify.annotations..", "io.kuaka." + name),
                            mayImport.stream().map(HouseTest::subtree))
                    .toArray(String[]::new);
        }
    }

    private static final String[] UP_TO_STATE = {"base", "source", "expression", "state"};
    private static final String[] UP_TO_TABLE = with(UP_TO_STATE, "schema.table");
    private static final String[] UP_TO_GRAMMAR = with(UP_TO_TABLE, "schema.statement", "schema.grammar");
    private static final String[] UP_TO_DIFF = with(UP_TO_GRAMMAR, "schema.diff");
    private static final String[] UP_TO_CONVERSION = with(UP_TO_DIFF, "schema.conversion");
    private static final String[] UP_TO_SCHEMA = with(UP_TO_STATE, "schema");
    private static final String[] UP_TO_DATA = with(UP_TO_SCHEMA, "data");
    private static final String[] UP_TO_OPERATION = with(UP_TO_DATA, "operation");
    private static final String[] UP_TO_MIGRATION = with(UP_TO_OPERATION, "migration");
    private static final String[] UP_TO_IMPACT = with(UP_TO_MIGRATION, "impact");
    private static final String[] UP_TO_GRAPH = with(UP_TO_IMPACT, "graph");
    private static final String[] UP_TO_EXECUTOR = with(UP_TO_GRAPH, "recorder", "lease", "executor");
    private static final String[] UP_TO_PROJECT = with(UP_TO_EXECUTOR, "writer", "loader", "command.project");

    /** The table of the house, bottom up. A package that is not in it fails the build. */
    private static final List<Room> ROOMS = List.of(
            new Room("base"),
            new Room("source", "base"),
            new Room("expression", "base", "source"),
            new Room("state", "base", "source", "expression"),
            new Room("state.diff", UP_TO_STATE),
            new Room("schema.table", UP_TO_STATE),
            new Room("schema.statement", UP_TO_TABLE),
            new Room("schema.grammar", with(UP_TO_TABLE, "schema.statement")),
            new Room("schema.diff", UP_TO_GRAMMAR),
            new Room("schema.conversion", UP_TO_DIFF),
            new Room("schema.jdbc", UP_TO_CONVERSION),
            new Room("schema", with(UP_TO_CONVERSION, "schema.jdbc")),
            new Room("data", UP_TO_SCHEMA),
            new Room("operation", UP_TO_DATA),
            new Room("migration", UP_TO_OPERATION),
            new Room("impact", UP_TO_MIGRATION),
            new Room("graph", UP_TO_IMPACT),
            new Room("graph.squash", UP_TO_GRAPH),
            new Room("autodetect.question", UP_TO_GRAPH),
            new Room("autodetect.detector", with(UP_TO_GRAPH, "autodetect.question")),
            new Room("autodetect.arrange", with(UP_TO_GRAPH, "autodetect.question", "autodetect.detector")),
            new Room("autodetect", with(UP_TO_GRAPH, "autodetect")),
            new Room("writer", UP_TO_MIGRATION),
            new Room("loader", UP_TO_MIGRATION),
            new Room("recorder", UP_TO_MIGRATION),
            new Room("lease", with(UP_TO_SCHEMA, "recorder")),
            new Room("executor", with(UP_TO_GRAPH, "recorder", "lease")),
            new Room("dialect.h2", UP_TO_SCHEMA),
            new Room("dialect.mysql", UP_TO_SCHEMA),
            new Room("dialect.postgresql", UP_TO_SCHEMA),
            new Room("dialect.sqlite", UP_TO_SCHEMA),
            new Room("command.project", with(UP_TO_EXECUTOR, "writer", "loader")),
            new Room("command.squash", UP_TO_PROJECT),
            new Room("command", with(UP_TO_PROJECT, "autodetect")));

    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kuaka");

    @TestFactory
    Stream<DynamicTest> a_package_imports_only_what_the_table_allows() {
        return ROOMS.stream()
                .map(room -> DynamicTest.dynamicTest(room.name(), () -> classes()
                        .that()
                        .resideInAPackage("io.kuaka." + room.name())
                        .should()
                        .onlyDependOnClassesThat(resideInAnyPackage(room.allowedPackages()))
                        .allowEmptyShould(true)
                        .check(CORE)));
    }

    @Test
    void theRootImportsOnlyCommands() {
        classes()
                .that()
                .resideInAPackage("io.kuaka")
                .should()
                .onlyDependOnClassesThat(resideInAnyPackage(
                        "java..",
                        "javax.sql..",
                        "org.jspecify.annotations..",
                        "io.kuaka",
                        subtree("base"),
                        subtree("command")))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyPackageHasARowInTheTable() {
        List<String> rows = ROOMS.stream().map(Room::name).toList();

        assertThat(CORE).extracting(JavaClass::getPackageName).allSatisfy(name -> assertThat(
                        name.equals("io.kuaka") || rows.contains(name.substring("io.kuaka.".length())))
                .as(name)
                .isTrue());
    }

    @Test
    void noDialectIsImportedByName() {
        noClasses()
                .that(resideOutsideOfPackage(subtree("dialect")))
                .should()
                .dependOnClassesThat(resideInAPackage(subtree("dialect")))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void aDialectKnowsNoOtherDialect() {
        slices().matching("io.kuaka.dialect.(*)..")
                .should()
                .notDependOnEachOther()
                .allowEmptyShould(true)
                .check(CORE);
    }

    /** A new kind of type touches one file of each dialect. A switch over an enum asks for all of its constants. */
    @Test
    void onlyOneClassOfADialectSwitchesOverTheKindsOfTypes() {
        assertThat(CORE)
                .filteredOn(each -> !each.isEquivalentTo(Kind.class))
                .filteredOn(each -> each.getMethodCallsFromSelf().stream()
                        .anyMatch(call -> call.getTargetOwner().isEquivalentTo(Kind.class)
                                && call.getName().equals("values")))
                .extracting(JavaClass::getPackageName)
                .containsExactlyInAnyOrder(
                        "io.kuaka.dialect.h2",
                        "io.kuaka.dialect.mysql",
                        "io.kuaka.dialect.postgresql",
                        "io.kuaka.dialect.sqlite");
    }

    @Test
    void packagesFormNoCycle() {
        slices().assignedFrom(EACH_PACKAGE_BY_ITSELF)
                .should()
                .beFreeOfCycles()
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void jdbcStaysWhereADatabaseIsSpokenTo() {
        noClasses()
                .that(resideOutsideOf(
                        "io.kuaka", "schema", "data", "recorder", "lease", "executor", "dialect", "command"))
                .should()
                .dependOnClassesThat(resideInAnyPackage("java.sql..", "javax.sql.."))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void filesAreTouchedByLoaderAndCommandAlone() {
        noClasses()
                .that(resideOutsideOf("", "loader", "command"))
                .should()
                .dependOnClassesThat(resideInAPackage("java.nio.file.."))
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void coreNeitherPrintsNorReadsTheTerminal() {
        noClasses()
                .should()
                .accessField(System.class, "out")
                .orShould()
                .accessField(System.class, "err")
                .orShould()
                .accessField(System.class, "in")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void aClassIsNamedAfterWhatItIs() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
                .allowEmptyShould(true)
                .check(CORE);
    }

    @Test
    void everyPackageIsNullMarked() {
        List<String> unmarked = CORE.stream()
                .map(JavaClass::getPackage)
                .distinct()
                .filter(each -> each.tryGetAnnotationOfType(NullMarked.class).isEmpty())
                .map(JavaPackage::getName)
                .sorted()
                .toList();

        assertThat(unmarked).isEmpty();
    }

    private static final SliceAssignment EACH_PACKAGE_BY_ITSELF = new SliceAssignment() {
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

    /** {@code exact} is a package name without its sub-packages, or nothing. */
    private static DescribedPredicate<JavaClass> resideOutsideOf(String exact, String... rooms) {
        String[] inside = Stream.concat(Stream.of(exact), Arrays.stream(rooms).map(HouseTest::subtree))
                .toArray(String[]::new);
        return DescribedPredicate.not(resideInAnyPackage(inside));
    }

    private static String subtree(String room) {
        return "io.kuaka." + room + "..";
    }

    private static String[] with(String[] lower, String... more) {
        List<String> all = new ArrayList<>(List.of(lower));
        all.addAll(List.of(more));
        return all.toArray(String[]::new);
    }
}
