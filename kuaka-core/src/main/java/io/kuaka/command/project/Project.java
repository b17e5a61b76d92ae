package io.kuaka.command.project;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.nio.file.Path;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The application that a command works for: its classes, its apps and their migrations.
 *
 * @param roots the folders and jars that its classes are in
 */
public record Project(ClassLoader classLoader, List<Path> roots, LoadedMigrations loaded) {
    public Project {
        roots = List.copyOf(roots);
    }

    /**
     * Looks through the classes of an application.
     *
     * @param roots the folders and jars to look through
     * @param packages packages that are apps, whether they have migrations or not
     */
    public static Project load(ClassLoader classLoader, List<Path> roots, Collection<String> packages) {
        return new Project(classLoader, roots, MigrationLoader.load(classLoader, roots, packages));
    }

    /**
     * Returns this project with more apps, which have no migrations yet.
     *
     * @throws AmbiguousLabelException when two apps would have the same label
     */
    public Project withApps(Collection<String> packages) {
        Map<String, MigrationApp> apps = new TreeMap<>();
        loaded.apps().forEach(app -> apps.put(app.label(), app));
        for (String name : packages) {
            MigrationApp app = new MigrationApp(name.substring(name.lastIndexOf('.') + 1), name, Optional.empty());
            MigrationApp other = apps.putIfAbsent(app.label(), app);
            if (other != null) {
                throw new AmbiguousLabelException(app.label(), other.packageName(), name);
            }
        }
        return new Project(classLoader, roots, new LoadedMigrations(List.copyOf(apps.values()), loaded.migrations()));
    }

    /** Returns the labels of all apps. */
    public SortedSet<String> labels() {
        return loaded.apps().stream().map(MigrationApp::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes sure that there are apps of the given labels.
     *
     * @throws UnknownAppException when there is none for one of them
     */
    public void requireApps(Collection<String> wanted) {
        SortedSet<String> known = labels();
        wanted.stream().filter(label -> !known.contains(label)).findFirst().ifPresent(label -> {
            throw new UnknownAppException(label, known);
        });
    }

    /** Returns the graph of all migrations, as a database with this history sees it. */
    public MigrationGraph graph(Set<MigrationKey> recorded) {
        return graph(loaded.migrations(), recorded);
    }

    /** Returns the graph of migrations of this project, some of them not written yet perhaps. */
    public MigrationGraph graph(Collection<MigrationNode> migrations, Set<MigrationKey> recorded) {
        Set<String> withoutMigrations = labels();
        migrations.forEach(migration -> withoutMigrations.remove(migration.key().app()));
        return MigrationGraph.of(migrations, recorded, withoutMigrations);
    }

    /** Returns the app {@code label}. */
    public MigrationApp app(String label) {
        Optional<MigrationApp> app = loaded.app(label);
        return app.orElseThrow(() -> new UnknownAppException(label, labels()));
    }
}
