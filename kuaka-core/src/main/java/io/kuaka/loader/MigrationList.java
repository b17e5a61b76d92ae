package io.kuaka.loader;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URL;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Collections;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;

/**
 * The names of the classes that are migrations or describe apps, for applications whose class files nobody can search: a
 * native image has none. It is made when the image is, from the class path as it is then.
 *
 * <p>Where there are folders and jars to search, it isn't looked at, so that it can't be out of date.
 */
public record MigrationList(SortedSet<String> classNames) {
    /** Where it is among the resources of an application. */
    public static final String RESOURCE = "META-INF/kuaka/migrations";

    private static final String PACKAGE_INFO = ".package-info";

    public MigrationList {
        classNames = Collections.unmodifiableSortedSet(new TreeSet<>(classNames));
    }

    /** Returns the list of the classes in folders and jars. */
    public static MigrationList of(List<Path> roots) {
        ClassPathScan scan = ClassPathScan.of(roots);
        TreeSet<String> names = new TreeSet<>();
        scan.inMigrationPackages().keySet().stream()
                .filter(name -> MigrationClass.isNamedLikeOne(name.substring(name.lastIndexOf('.') + 1)))
                .forEach(names::add);
        scan.annotatedPackages().keySet().forEach(name -> names.add(name + PACKAGE_INFO));
        return new MigrationList(names);
    }

    /** Returns what the lists among the resources of a class loader name together. */
    static MigrationList read(ClassLoader classLoader) {
        TreeSet<String> names = new TreeSet<>();
        try {
            for (URL list : Collections.list(classLoader.getResources(RESOURCE))) {
                try (InputStream text = list.openStream()) {
                    new String(text.readAllBytes(), StandardCharsets.UTF_8)
                            .lines()
                            .map(String::strip)
                            .filter(line -> !line.isEmpty())
                            .forEach(names::add);
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read the list of migrations, " + RESOURCE + ": " + e.getMessage(), e);
        }
        return new MigrationList(names);
    }

    /** Returns the text of this list: a name on each line. */
    public String text() {
        return String.join("\n", classNames) + "\n";
    }

    /** Returns the names of the packages that state their app's label. */
    List<String> annotatedPackages() {
        return classNames.stream()
                .filter(name -> name.endsWith(PACKAGE_INFO))
                .map(name -> name.substring(0, name.length() - PACKAGE_INFO.length()))
                .toList();
    }

    /** Returns the names of the classes of migrations. */
    List<String> migrations() {
        return classNames.stream().filter(name -> !name.endsWith(PACKAGE_INFO)).toList();
    }
}
