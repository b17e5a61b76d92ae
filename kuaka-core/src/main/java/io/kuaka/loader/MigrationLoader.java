package io.kuaka.loader;

import io.kuaka.loader.index.FoundClass;
import io.kuaka.loader.index.IndexDraft;
import io.kuaka.loader.index.IndexDraft.Sighting;
import io.kuaka.loader.index.IndexEntry;
import io.kuaka.loader.index.MigrationIndex;
import io.kuaka.migration.App;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.lang.annotation.AnnotationFormatError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.regex.Pattern;

/**
 * Finds the apps of a project and their migrations.
 *
 * <p>An app is a package with a sub-package {@code migrations} that has a migration, or one with an {@link App}
 * annotation, or one that is named explicitly. Classes are loaded but not initialized: a migration runs no code before
 * its operations are asked for.
 */
public final class MigrationLoader {
    static final String SUBPACKAGE = "migrations";

    private static final Pattern LABEL = Pattern.compile("\\w+", Pattern.UNICODE_CHARACTER_CLASS);

    private final ClassLoader classLoader;
    private final IndexDraft draft;
    private final SortedMap<String, MigrationApp> appsByPackage = new TreeMap<>();
    private final List<MigrationNode> migrations = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    /**
     * The migrations, and what was found out about their classes.
     *
     * @param draft what can be kept of it
     */
    public record Found(LoadedMigrations migrations, IndexDraft draft) {}

    private MigrationLoader(ClassLoader classLoader, IndexDraft draft) {
        this.classLoader = classLoader;
        this.draft = draft;
    }

    /**
     * Returns the apps and migrations of a project.
     *
     * @param classLoader what loads the classes
     * @param roots the folders and jars to search, from which {@code classLoader} loads classes
     * @param packages packages that are apps, whether they have migrations or not
     * @throws InvalidMigrationsException with all problems
     */
    public static LoadedMigrations load(ClassLoader classLoader, List<Path> roots, Collection<String> packages) {
        return load(classLoader, roots, packages, MigrationIndex.empty(), false).migrations();
    }

    /**
     * Returns the apps and migrations of a project, with the help of an index and of those that folders and jars bring
     * along. Without folders and jars, as in a native image, they are those of the {@link MigrationList}.
     *
     * @param isKept whether what is found out will be kept
     */
    public static Found load(
            ClassLoader classLoader,
            List<Path> roots,
            Collection<String> packages,
            MigrationIndex index,
            boolean isKept) {
        if (roots.isEmpty()) {
            IndexDraft nothing = new IndexDraft(MigrationIndex.empty(), false);
            MigrationLoader loader = new MigrationLoader(classLoader, nothing);
            return new Found(loader.load(MigrationList.read(classLoader), packages), nothing);
        }
        ClassPathScan scan = ClassPathScan.of(roots);
        List<MigrationIndex> indexes = new ArrayList<>(List.of(index));
        scan.indexes().forEach(text -> indexes.add(MigrationIndex.read(text)));
        IndexDraft draft = new IndexDraft(MigrationIndex.of(indexes), isKept);
        return new Found(new MigrationLoader(classLoader, draft).load(scan, packages), draft);
    }

    private LoadedMigrations load(ClassPathScan scan, Collection<String> packages) {
        scan.annotatedPackages().forEach((name, root) -> addApp(name, Optional.of(root)));
        scan.inMigrationPackages().forEach(this::addClass);
        return loaded(packages);
    }

    private LoadedMigrations load(MigrationList list, Collection<String> packages) {
        list.annotatedPackages().forEach(name -> addApp(name, Optional.empty()));
        list.migrations().forEach(this::addListed);
        return loaded(packages);
    }

    private LoadedMigrations loaded(Collection<String> packages) {
        packages.forEach(name -> addApp(name, Optional.empty()));
        requireDistinctLabels();
        if (!problems.isEmpty()) {
            throw new InvalidMigrationsException(problems);
        }
        migrations.sort(Comparator.comparing(MigrationNode::key));
        List<MigrationApp> apps = new ArrayList<>(appsByPackage.values());
        apps.sort(Comparator.comparing(MigrationApp::label));
        return new LoadedMigrations(apps, migrations);
    }

    private void addClass(String className, FoundClass file) {
        String appPackage = appPackage(className);
        Sighting sighting = draft.look(className, file);
        Optional<IndexEntry> entry = sighting.usable();
        Optional<MigrationNode> migration = entry.isPresent()
                ? known(sighting, appPackage, entry.get())
                : read(className, appPackage, file.root().toString(), found -> draft.add(sighting, found));
        migration.ifPresent(node -> {
            addApp(appPackage, Optional.of(file.root()));
            migrations.add(node);
        });
    }

    private void addListed(String className) {
        String appPackage = appPackage(className);
        read(className, appPackage, MigrationList.RESOURCE, migration -> {}).ifPresent(node -> {
            addApp(appPackage, Optional.empty());
            migrations.add(node);
        });
    }

    private static String appPackage(String className) {
        return className.substring(0, className.lastIndexOf("." + SUBPACKAGE + "."));
    }

    private Optional<MigrationNode> known(Sighting sighting, String appPackage, IndexEntry entry) {
        Optional<MigrationNode> migration = entry.kind() == IndexEntry.Kind.OTHER
                ? Optional.empty()
                : Optional.of(indexed(sighting.className(), label(appPackage), entry));
        draft.add(sighting, migration);
        return migration;
    }

    private MigrationNode indexed(String className, String app, IndexEntry entry) {
        String name = className.substring(className.lastIndexOf('.') + 1 + MigrationClass.PREFIX.length());
        MigrationKey key = new MigrationKey(app, name);
        IndexEntry.Facts facts = entry.facts();
        return new MigrationNode(
                key,
                facts.dependencies(),
                facts.runBefore(),
                facts.replaces(),
                facts.initial(),
                facts.atomic(),
                new MigrationCode(key, className, classLoader, entry.checksum()));
    }

    private Optional<MigrationNode> read(
            String className, String appPackage, String place, Consumer<Optional<MigrationNode>> outcome) {
        try {
            Class<?> type = Class.forName(className, false, classLoader);
            Optional<MigrationNode> migration = new MigrationClass(label(appPackage), type, problems).read();
            outcome.accept(migration);
            return migration;
        } catch (ClassNotFoundException | LinkageError | AnnotationFormatError e) {
            if (MigrationClass.isNamedLikeOne(className.substring(className.lastIndexOf('.') + 1))) {
                problems.add("Class \"" + className + "\" in \"" + place + "\" can't be loaded: " + e
                        + ". Check that its dependencies are on the class path.");
            }
            return Optional.empty();
        }
    }

    private void addApp(String packageName, Optional<Path> origin) {
        appsByPackage.computeIfAbsent(packageName, name -> new MigrationApp(label(name), name, origin));
    }

    private String label(String packageName) {
        MigrationApp known = appsByPackage.get(packageName);
        if (known != null) {
            return known.label();
        }
        String label = annotatedLabel(packageName).orElse(packageName.substring(packageName.lastIndexOf('.') + 1));
        if (!LABEL.matcher(label).matches()) {
            problems.add("Package \"" + packageName + "\" has the label \"" + label
                    + "\"; a label must be one word of letters, digits and underscores.");
        }
        return label;
    }

    private Optional<String> annotatedLabel(String packageName) {
        try {
            App annotation = Class.forName(packageName + ".package-info", false, classLoader)
                    .getAnnotation(App.class);
            return Optional.ofNullable(annotation).map(App::value);
        } catch (ClassNotFoundException e) {
            return Optional.empty();
        } catch (LinkageError | AnnotationFormatError e) {
            problems.add("Class \"" + packageName + ".package-info\" can't be loaded: " + e + ". Compile it again.");
            return Optional.empty();
        }
    }

    private void requireDistinctLabels() {
        Map<String, MigrationApp> byLabel = new LinkedHashMap<>();
        for (MigrationApp app : appsByPackage.values()) {
            MigrationApp other = byLabel.putIfAbsent(app.label(), app);
            if (other != null) {
                problems.add("Two apps have the label \"" + app.label() + "\": packages \"" + other.packageName()
                        + "\" and \"" + app.packageName() + "\". Give one of them another label with @App on its"
                        + " package-info.java.");
            }
        }
    }
}
