package io.kuaka.command.project;

import io.kuaka.graph.MigrationGraph;
import io.kuaka.loader.LoadedMigrations;
import io.kuaka.loader.MigrationApp;
import io.kuaka.loader.MigrationLoader;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.routing.Placement;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * The application that a command works on: its classes, its apps and their migrations.
 *
 * @param roots the folders and jars that its classes are in
 * @param layout where the sources of those folders are
 * @param placement the database that it is looked at for, and which of the models are there
 */
public record Project(
        ClassLoader classLoader, List<Path> roots, SourceLayout layout, LoadedMigrations loaded, Placement placement) {
    public Project {
        roots = List.copyOf(roots);
    }

    /** Makes an application with one database. */
    public Project(ClassLoader classLoader, List<Path> roots, SourceLayout layout, LoadedMigrations loaded) {
        this(classLoader, roots, layout, loaded, Placement.only());
    }

    /**
     * Finds the migrations among the classes of an application.
     *
     * @param roots the folders and jars to look through
     */
    public static Project load(ClassLoader classLoader, List<Path> roots, SourceLayout layout) {
        return new Project(classLoader, roots, layout, MigrationLoader.load(classLoader, roots, List.of()));
    }

    /**
     * Returns this project as it is on one of its databases: operations that a router of the project keeps out only change
     * the state.
     *
     * @param database the alias of the database
     * @throws io.kuaka.routing.UnusableRouterException if there is a router that can't be loaded
     */
    public Project on(String database) {
        return on(Placement.on(database, classLoader));
    }

    /** Returns this project as it is on one of its databases. */
    public Project on(Placement found) {
        return found.equals(placement) ? this : new Project(classLoader, roots, layout, loaded, found).placed();
    }

    private Project placed() {
        return withLoaded(loaded.apps(), loaded.migrations());
    }

    private Project withLoaded(List<MigrationApp> apps, List<MigrationNode> migrations) {
        List<MigrationNode> here = migrations.stream()
                .map(migration -> migration.placement().equals(placement) ? migration : migration.on(placement))
                .toList();
        return new Project(classLoader, roots, layout, new LoadedMigrations(apps, here), placement);
    }

    /**
     * Returns this project with more apps, which have no migrations yet.
     *
     * @throws AmbiguousLabelException if several apps would have the same label
     */
    public Project withApps(Collection<String> packages) {
        SortedMap<String, SortedSet<String>> byLabel = new TreeMap<>();
        for (MigrationApp app : loaded.apps()) {
            byLabel.computeIfAbsent(app.label(), label -> new TreeSet<>()).add(app.packageName());
        }
        List<MigrationApp> apps = new ArrayList<>(loaded.apps());
        for (String name : packages) {
            MigrationApp app = new MigrationApp(name.substring(name.lastIndexOf('.') + 1), name, Optional.empty());
            byLabel.computeIfAbsent(app.label(), label -> new TreeSet<>()).add(name);
            apps.add(app);
        }
        byLabel.values().removeIf(names -> names.size() == 1);
        if (!byLabel.isEmpty()) {
            throw new AmbiguousLabelException(byLabel);
        }
        return withAll(apps);
    }

    /** Returns this project with one app for several packages, in place of an app for each. */
    public Project withOneApp(String label, String packageName, Collection<String> packages) {
        List<MigrationApp> apps = new ArrayList<>(loaded.apps());
        apps.removeIf(app -> packages.contains(app.packageName()));
        apps.add(new MigrationApp(label, packageName, Optional.empty()));
        return withAll(apps);
    }

    /**
     * Returns this project with some of its apps only, for a database that has only these.
     *
     * @throws UnknownAppException if one of them doesn't exist
     */
    public Project withOnly(Collection<String> labels) {
        requireApps(labels);
        return withLoaded(
                loaded.apps().stream()
                        .filter(app -> labels.contains(app.label()))
                        .toList(),
                loaded.migrations().stream()
                        .filter(migration -> labels.contains(migration.key().app()))
                        .toList());
    }

    /** Returns this project with more migrations, which may not be compiled yet. */
    public Project withMigrations(Collection<MigrationNode> more) {
        List<MigrationNode> all = new ArrayList<>(loaded.migrations());
        all.addAll(more);
        return withLoaded(loaded.apps(), all);
    }

    private Project withAll(List<MigrationApp> apps) {
        List<MigrationApp> sorted =
                apps.stream().sorted(Comparator.comparing(MigrationApp::label)).toList();
        return withLoaded(sorted, loaded.migrations());
    }

    /** Returns the labels of all apps. */
    public SortedSet<String> labels() {
        return loaded.apps().stream().map(MigrationApp::label).collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Makes sure that there are apps of the given labels.
     *
     * @throws UnknownAppException if one of them doesn't exist
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

    /** Returns the graph of migrations of this project, some of which may not be written yet. */
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

    /**
     * Returns where the sources of an app are.
     *
     * @throws AppWithoutSourcesException if the app is in a library
     */
    SourceFolders sources(MigrationApp app) {
        return app.origin()
                .or(() -> rootWith(app.packageName()))
                .filter(Files::isDirectory)
                .flatMap(root -> layout.of(root.toAbsolutePath().normalize()))
                .orElseThrow(() -> new AppWithoutSourcesException(app));
    }

    private Optional<Path> rootWith(String packageName) {
        String folder = packageName.replace('.', '/');
        return roots.stream()
                .filter(root -> Files.isDirectory(root.resolve(folder)))
                .findFirst();
    }
}
