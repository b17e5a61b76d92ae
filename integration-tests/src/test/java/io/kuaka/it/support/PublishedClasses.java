package io.kuaka.it.support;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.core.importer.ImportOption;

/** The classes of all published modules, for rules about them. */
public final class PublishedClasses {
    public static final JavaClasses ALL = new ClassFileImporter()
            .withImportOption(new ImportOption.DoNotIncludeTests())
            .withImportOption(location -> !location.contains("/bookshop"))
            .withImportOption(location -> !location.contains("-tests.jar"))
            .importPackages("io.kuaka");

    private PublishedClasses() {}
}
