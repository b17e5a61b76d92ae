package io.kuaka.it;

import static com.tngtech.archunit.base.DescribedPredicate.not;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAPackage;
import static com.tngtech.archunit.core.domain.JavaClass.Predicates.resideInAnyPackage;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaPackage;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import java.util.List;
import org.jspecify.annotations.NullMarked;
import org.junit.jupiter.api.Test;

/** Holds the house across modules. What happens inside kuaka-core is HouseTest's there. */
class ModuleHouseTest {

    private static final JavaClasses PUBLISHED = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/bookshop"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.kuaka");

    @Test
    void annotations_need_the_jdk_alone() {
        classes()
                .that()
                .resideInAPackage("io.kuaka.annotations..")
                .should()
                .onlyDependOnClassesThat(
                        resideInAnyPackage("java..", "org.jspecify.annotations..", "io.kuaka.annotations.."))
                .check(PUBLISHED);
    }

    @Test
    void hibernate_is_known_to_its_reader_alone() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.hibernate..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("org.hibernate..", "jakarta.persistence.."))
                .check(PUBLISHED);
    }

    @Test
    void nobody_but_the_command_line_knows_the_command_line() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.cli..")))
                .should()
                .dependOnClassesThat(resideInAnyPackage("io.kuaka.cli..", "picocli.."))
                .check(PUBLISHED);
    }

    @Test
    void no_dialect_is_imported_by_name() {
        noClasses()
                .that(not(resideInAPackage("io.kuaka.dialect..")))
                .should()
                .dependOnClassesThat(resideInAPackage("io.kuaka.dialect.."))
                .check(PUBLISHED);
    }

    @Test
    void the_terminal_belongs_to_the_command_line() {
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
    void the_command_line_leaves_jdbc_to_the_commands() {
        noClasses()
                .that()
                .resideInAnyPackage("io.kuaka.cli..", "io.kuaka.hibernate..", "io.kuaka.annotations..")
                .should()
                .dependOnClassesThat(resideInAPackage("java.sql.."))
                .check(PUBLISHED);
    }

    @Test
    void a_class_is_named_after_what_it_is() {
        noClasses()
                .should()
                .haveNameMatching(".*(Impl|Utils?|Helper|Manager)(\\$.*)?")
                .check(PUBLISHED);
    }

    @Test
    void every_package_is_null_marked() {
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
