package io.kuaka.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.domain.JavaModifier;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;
import io.kuaka.base.Internal;
import io.kuaka.testing.HouseRules;
import org.junit.jupiter.api.Test;

/** Holds the house of this module, by the same table and rules as core's own test. */
class StarterHouseTest implements HouseRules {
    private static final JavaClasses CLASSES = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("-tests.jar") && !location.contains("test-classes"))
            .withImportOption(location -> !location.contains("testjar"))
            .importPackages("io.kuaka");

    @Override
    public JavaClasses classes() {
        return CLASSES;
    }

    @Test
    void theTypesThatApplicationsMayNameAreThese() {
        assertThat(CLASSES.stream()
                        .filter(each -> each.getPackageName().startsWith("io.kuaka.spring"))
                        .filter(each -> !each.getPackage().isAnnotatedWith(Internal.class))
                        .filter(each -> each.getModifiers().contains(JavaModifier.PUBLIC))
                        .map(JavaClass::getName))
                .containsExactlyInAnyOrder(
                        "io.kuaka.spring.DatabaseMigratedEvent",
                        "io.kuaka.spring.KuakaConnectionDetails",
                        "io.kuaka.spring.KuakaDataSource",
                        "io.kuaka.spring.MigrationEvent",
                        "io.kuaka.spring.MigrationEvent$Phase",
                        "io.kuaka.spring.MigrationProgressEvent");
    }
}
