package io.kuaka.spring.models;

import io.kuaka.command.project.Project;
import io.kuaka.hibernate.HibernateModelReader;
import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.ReaderSettings;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.spring.database.ManagedDatabase;
import io.kuaka.state.ModelReader;
import jakarta.persistence.EntityManagerFactory;
import jakarta.persistence.metamodel.EntityType;
import jakarta.persistence.spi.PersistenceUnitInfo;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.springframework.orm.jpa.EntityManagerFactoryInfo;
import org.springframework.orm.jpa.persistenceunit.SmartPersistenceUnitInfo;

/**
 * The entities of one database, as the application's entity managers have them, and the apps that they belong to.
 *
 * @param project the database's apps, with those that have no migrations yet
 * @param reader the reader of the entities
 */
record EntityModels(Project project, ModelReader reader) {
    /**
     * Returns the entities of the entity managers that use a database; null if there are none.
     *
     * @param ownership whose tables are, where entities alone don't tell
     */
    static @Nullable EntityModels of(
            ManagedDatabase database, Collection<EntityManagerFactory> factories, TableOwnership ownership) {
        List<EntityManagerFactory> own = factories.stream()
                .filter(each -> each instanceof EntityManagerFactoryInfo info
                        && info.getPersistenceUnitInfo() != null
                        && info.getDataSource() == database.application())
                .toList();
        if (own.isEmpty()) {
            return null;
        }
        Project project = database.project().withApps(packagesWithoutApp(database.project(), own));
        return new EntityModels(project, new HibernateModelReader(settings(project, own, ownership)));
    }

    private static SortedSet<String> packagesWithoutApp(Project project, List<EntityManagerFactory> factories) {
        SortedSet<String> packages = new TreeSet<>();
        factories.stream()
                .flatMap(each -> each.getMetamodel().getEntities().stream())
                .map(EntityType::getJavaType)
                .filter(each -> project.loaded().appOf(each.getName()).isEmpty())
                .forEach(each -> packages.add(each.getPackageName()));
        packages.remove("");
        return packages;
    }

    private static ReaderSettings settings(
            Project project, List<EntityManagerFactory> factories, TableOwnership ownership) {
        List<PersistenceUnitInfo> units = factories.stream()
                .map(each -> ((EntityManagerFactoryInfo) each).getPersistenceUnitInfo())
                .toList();
        Map<String, String> properties = new TreeMap<>();
        factories.forEach(each -> each.getProperties().forEach((name, value) -> add(name, value, properties)));
        return ReaderSettings.of(project.classLoader())
                .withClassNames(names(units.stream().flatMap(unit -> unit.getManagedClassNames().stream())))
                .withPackageNames(names(units.stream().flatMap(EntityModels::packages)))
                .withMappingFiles(names(units.stream().flatMap(unit -> unit.getMappingFileNames().stream())))
                .withApps(project.loaded().apps().stream()
                        .map(app -> new AppPackage(app.label(), app.packageName()))
                        .toList())
                .withOwnership(ownership)
                .withProperties(properties);
    }

    private static Stream<String> packages(PersistenceUnitInfo unit) {
        return unit instanceof SmartPersistenceUnitInfo smart ? smart.getManagedPackages().stream() : Stream.of();
    }

    private static List<String> names(Stream<String> names) {
        return new ArrayList<>(new TreeSet<>(names.toList()));
    }

    /** A naming strategy may be an object: a bean of the application. */
    private static void add(String name, @Nullable Object value, Map<String, String> properties) {
        if (value instanceof String || value instanceof Boolean || value instanceof Number) {
            properties.put(name, value.toString());
        } else if (value != null && name.endsWith("_naming_strategy")) {
            properties.put(name, value.getClass().getName());
        }
    }
}
