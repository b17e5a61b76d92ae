package io.kuaka.loader;

import io.kuaka.migration.MigrationNode;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The apps of a project and all their migrations, in the order of their names. */
public record LoadedMigrations(List<MigrationApp> apps, List<MigrationNode> migrations) {
    public LoadedMigrations {
        apps = List.copyOf(apps);
        migrations = List.copyOf(migrations);
    }

    /** Returns the app {@code label}, if there is one. */
    public Optional<MigrationApp> app(String label) {
        return apps.stream().filter(app -> app.label().equals(label)).findFirst();
    }

    /** Returns the app that a class belongs to: the one with the longest package that the class is in or below. */
    public Optional<MigrationApp> appOf(String className) {
        return apps.stream()
                .filter(app -> className.startsWith(app.packageName() + "."))
                .max(Comparator.comparingInt(app -> app.packageName().length()));
    }
}
