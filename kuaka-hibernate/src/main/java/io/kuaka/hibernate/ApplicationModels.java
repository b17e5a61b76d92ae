package io.kuaka.hibernate;

import io.kuaka.hibernate.discovery.AppPackage;
import io.kuaka.hibernate.discovery.EntityScan;
import io.kuaka.hibernate.discovery.PersistenceUnit;
import io.kuaka.hibernate.discovery.TableOwnership;
import io.kuaka.hibernate.discovery.UndecidedUnitException;
import io.kuaka.state.ModelReader;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The entities of an application: its persistence unit, the packages that are apps because of their entities, and a
 * reader.
 */
public final class ApplicationModels {
    private final ClassLoader classLoader;
    private final EntityScan scan;
    private final @Nullable String unitName;

    private ApplicationModels(ClassLoader classLoader, EntityScan scan, @Nullable String unitName) {
        this.classLoader = classLoader;
        this.scan = scan;
        this.unitName = unitName;
    }

    /**
     * Scans the classes of an application.
     *
     * @param roots the folders and jars with the entities
     * @param unitName the persistence unit to take; null for the only one, if there is one
     * @throws io.kuaka.hibernate.discovery.BrokenClassException if a class file is broken
     */
    public static ApplicationModels of(ClassLoader classLoader, List<Path> roots, @Nullable String unitName) {
        return new ApplicationModels(classLoader, EntityScan.of(roots), unitName);
    }

    private @Nullable PersistenceUnit unit() {
        List<PersistenceUnit> units = scan.units();
        if (unitName == null && units.size() <= 1) {
            return units.isEmpty() ? null : units.get(0);
        }
        return units.stream()
                .filter(unit -> unit.name().equals(unitName))
                .findFirst()
                .orElseThrow(() -> new UndecidedUnitException(
                        unitName, units.stream().map(PersistenceUnit::name).toList()));
    }

    /**
     * Returns the settings of the persistence unit; none without a unit.
     *
     * @throws io.kuaka.hibernate.discovery.UnreadableUnitsException when a {@code persistence.xml} is broken
     * @throws UndecidedUnitException when there are several units and none is named, or not the one that is
     */
    public Map<String, String> unitSettings() {
        PersistenceUnit unit = unit();
        return unit == null ? Map.of() : unit.properties();
    }

    /**
     * Returns the packages that directly hold an entity and belong to no app yet.
     *
     * @param belongs whether the class with a name belongs to an app
     */
    public SortedSet<String> packagesWithoutApp(Predicate<String> belongs) {
        SortedSet<String> packages = new TreeSet<>();
        for (String entity : scan.entityNames()) {
            if (entity.indexOf('.') > 0 && !belongs.test(entity)) {
                packages.add(entity.substring(0, entity.lastIndexOf('.')));
            }
        }
        return packages;
    }

    /**
     * Returns the reader of the entities.
     *
     * @param apps the packages of all apps, by label
     * @param ownership whose tables are, where entities alone don't tell
     * @param settings the application's settings of Hibernate
     * @throws io.kuaka.hibernate.discovery.UnreadableUnitsException when a {@code persistence.xml} is broken
     * @throws UndecidedUnitException when there are several units and none is named, or not the one that is
     */
    public ModelReader reader(Map<String, String> apps, TableOwnership ownership, Map<String, String> settings) {
        List<AppPackage> packages = apps.entrySet().stream()
                .map(app -> new AppPackage(app.getKey(), app.getValue()))
                .toList();
        return new HibernateModelReader(scan.settings(classLoader, unit())
                .withApps(packages)
                .withOwnership(ownership)
                .withProperties(settings));
    }
}
