package io.kuaka;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** Holds the house of kuaka-core. */
class HouseTest implements HouseRules {
    private static final JavaClasses CORE = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .importPackages("io.kuaka");

    @Override
    public JavaClasses classes() {
        return CORE;
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
}
