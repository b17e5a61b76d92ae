package io.kuaka.loader;

import io.kuaka.migration.App;
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
    private final SortedMap<String, MigrationApp> appsByPackage = new TreeMap<>();
    private final List<MigrationNode> migrations = new ArrayList<>();
    private final List<String> problems = new ArrayList<>();

    private MigrationLoader(ClassLoader classLoader) {
        this.classLoader = classLoader;
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
        return new MigrationLoader(classLoader).load(ClassPathScan.of(roots), packages);
    }

    private LoadedMigrations load(ClassPathScan scan, Collection<String> packages) {
        scan.annotatedPackages().forEach((name, root) -> addApp(name, Optional.of(root)));
        scan.inMigrationPackages().forEach(this::addMigration);
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

    private void addMigration(String className, Path root) {
        String appPackage = className.substring(0, className.lastIndexOf("." + SUBPACKAGE + "."));
        try {
            Class<?> type = Class.forName(className, false, classLoader);
            new MigrationClass(label(appPackage), type, problems).read().ifPresent(migration -> {
                addApp(appPackage, Optional.of(root));
                migrations.add(migration);
            });
        } catch (ClassNotFoundException | LinkageError | AnnotationFormatError e) {
            if (MigrationClass.isNamedLikeOne(className.substring(className.lastIndexOf('.') + 1))) {
                problems.add("Class \"" + className + "\" in \"" + root + "\" can't be loaded: " + e
                        + ". Check that its dependencies are on the class path.");
            }
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
