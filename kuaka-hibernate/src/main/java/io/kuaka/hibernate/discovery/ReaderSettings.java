package io.kuaka.hibernate.discovery;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What the reader reads: classes, their class loader, and the apps that they belong to.
 *
 * @param classLoader the application's; it must see the application's Hibernate
 * @param classNames the entities, mapped superclasses, embeddables and converters
 * @param packageNames the packages whose {@code package-info} has annotations for Hibernate
 * @param mappingFiles XML mapping files, as resources of the class loader
 * @param apps the apps; if there are none, each package that directly holds an entity is one
 * @param ownership whose tables are, where entities alone don't tell
 * @param properties the application's Hibernate settings; those about connections are ignored
 * @param migrationUses the classes in packages of migrations, and the names in their code
 */
public record ReaderSettings(
        ClassLoader classLoader,
        List<String> classNames,
        List<String> packageNames,
        List<String> mappingFiles,
        List<AppPackage> apps,
        TableOwnership ownership,
        Map<String, String> properties,
        Map<String, Set<String>> migrationUses) {
    public ReaderSettings {
        classNames = List.copyOf(classNames);
        packageNames = List.copyOf(packageNames);
        mappingFiles = List.copyOf(mappingFiles);
        apps = List.copyOf(apps);
        properties = Map.copyOf(properties);
        migrationUses = Map.copyOf(migrationUses);
    }

    /** Returns settings without any classes. */
    public static ReaderSettings of(ClassLoader classLoader) {
        return new ReaderSettings(
                classLoader, List.of(), List.of(), List.of(), List.of(), TableOwnership.none(), Map.of(), Map.of());
    }

    /** Returns the settings for the given classes of one class loader. */
    public static ReaderSettings of(Class<?> first, Class<?>... more) {
        List<String> names = Stream.concat(Stream.of(first), Stream.of(more))
                .map(Class::getName)
                .toList();
        return of(first.getClassLoader()).withClassNames(names);
    }

    /** Returns these settings with other classes. */
    public ReaderSettings withClassNames(List<String> names) {
        return new ReaderSettings(
                classLoader, names, packageNames, mappingFiles, apps, ownership, properties, migrationUses);
    }

    /** Returns these settings with other annotated packages. */
    public ReaderSettings withPackageNames(List<String> names) {
        return new ReaderSettings(
                classLoader, classNames, names, mappingFiles, apps, ownership, properties, migrationUses);
    }

    /** Returns these settings with other mapping files. */
    public ReaderSettings withMappingFiles(List<String> files) {
        return new ReaderSettings(
                classLoader, classNames, packageNames, files, apps, ownership, properties, migrationUses);
    }

    /** Returns these settings with other apps. */
    public ReaderSettings withApps(AppPackage... newApps) {
        return withApps(List.of(newApps));
    }

    /** Returns these settings with other apps. */
    public ReaderSettings withApps(List<AppPackage> newApps) {
        return new ReaderSettings(
                classLoader, classNames, packageNames, mappingFiles, newApps, ownership, properties, migrationUses);
    }

    /** Returns these settings with other owners of tables. */
    public ReaderSettings withOwnership(TableOwnership newOwnership) {
        return new ReaderSettings(
                classLoader, classNames, packageNames, mappingFiles, apps, newOwnership, properties, migrationUses);
    }

    /** Returns these settings with one more setting of Hibernate. */
    public ReaderSettings withProperty(String name, String value) {
        Map<String, String> more = new LinkedHashMap<>(properties);
        more.put(name, value);
        return withProperties(more);
    }

    /** Returns these settings with other settings of Hibernate. */
    public ReaderSettings withProperties(Map<String, String> newProperties) {
        return new ReaderSettings(
                classLoader, classNames, packageNames, mappingFiles, apps, ownership, newProperties, migrationUses);
    }

    /** Returns these settings with other classes in packages of migrations, and the names in their code. */
    public ReaderSettings withMigrationUses(Map<String, Set<String>> uses) {
        return new ReaderSettings(
                classLoader, classNames, packageNames, mappingFiles, apps, ownership, properties, uses);
    }
}
