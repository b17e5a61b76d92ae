package io.kuaka.loader;

import io.kuaka.loader.index.Fingerprint;
import io.kuaka.loader.index.FoundClass;
import io.kuaka.loader.index.MigrationIndex;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.jar.Attributes;
import java.util.jar.JarEntry;
import java.util.jar.JarFile;
import java.util.jar.JarInputStream;
import java.util.jar.Manifest;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Searches folders and jars for classes of migrations and apps, by name and without loading any. */
final class ClassPathScan {
    private static final String MIGRATION_PACKAGE = "/" + MigrationLoader.SUBPACKAGE + "/";

    /** The places of the application's own classes in Spring Boot's jars and web archives. */
    private static final List<String> CLASSES_INSIDE = List.of("BOOT-INF/classes/", "WEB-INF/classes/");

    /** The place of the libraries there. */
    private static final Pattern JAR_INSIDE = Pattern.compile("(?:BOOT|WEB)-INF/lib/.+\\.jar");

    private static final String PACKAGE_INFO = "package-info.class";

    /** The name of the annotation for apps in a class file. */
    private static final byte[] APP = "Lio/kuaka/migration/App;".getBytes(StandardCharsets.ISO_8859_1);

    private final SortedMap<String, FoundClass> inMigrationPackages = new TreeMap<>();
    private final SortedMap<String, Path> annotatedPackages = new TreeMap<>();
    private final List<String> indexes = new ArrayList<>();

    private ClassPathScan() {}

    static ClassPathScan of(List<Path> roots) {
        ClassPathScan scan = new ClassPathScan();
        for (Path root : roots) {
            try {
                if (Files.isDirectory(root)) {
                    scan.folder(root);
                } else if (Files.isRegularFile(root)) {
                    scan.jar(root);
                }
            } catch (IOException e) {
                throw new UncheckedIOException("Can't read \"" + root + "\": " + e.getMessage(), e);
            }
        }
        return scan;
    }

    /** Returns the names of the classes in packages called {@code migrations}, with where the first of each name is. */
    SortedMap<String, FoundClass> inMigrationPackages() {
        return Collections.unmodifiableSortedMap(inMigrationPackages);
    }

    /** Returns the packages that state their app's label, with where they are. */
    SortedMap<String, Path> annotatedPackages() {
        return Collections.unmodifiableSortedMap(annotatedPackages);
    }

    /** Returns the texts of the indexes that folders and jars bring along. */
    List<String> indexes() {
        return Collections.unmodifiableList(indexes);
    }

    private void folder(Path root) throws IOException {
        int start = root.resolve("x").toString().length() - 1;
        try (Stream<Path> files = Files.walk(root)) {
            for (Path file : (Iterable<Path>) files::iterator) {
                String path = file.toString().replace('\\', '/');
                String name = path.substring(Math.min(start, path.length()));
                if (isOfInterest(name)) {
                    found(name, () -> Files.newInputStream(file), root, () -> FoundClass.inFolder(root, file));
                }
            }
        }
    }

    private void jar(Path root) throws IOException {
        try (JarFile jar = new JarFile(root.toFile())) {
            for (JarEntry entry : Collections.list(jar.entries())) {
                String name = entry.getName();
                if (name.endsWith(".jar") && JAR_INSIDE.matcher(name).matches()) {
                    try (JarInputStream inside = new JarInputStream(jar.getInputStream(entry))) {
                        jarInside(inside, root);
                    }
                } else if (isOfInterest(name)) {
                    // Which variant of a class counts in a jar for several releases of Java, its class loader knows.
                    found(
                            name,
                            () -> jar.getInputStream(entry),
                            root,
                            () -> jar.isMultiRelease()
                                    ? FoundClass.inJar(root, name, Optional.empty())
                                    : FoundClass.inJar(root, name, Fingerprint.of(entry)));
                }
            }
        }
    }

    private void jarInside(JarInputStream jar, Path root) throws IOException {
        boolean isForOneRelease = isForOneRelease(jar.getManifest());
        for (JarEntry entry = jar.getNextJarEntry(); entry != null; entry = jar.getNextJarEntry()) {
            if (isOfInterest(entry.getName())) {
                byte[] bytes = jar.readAllBytes();
                found(
                        entry.getName(),
                        () -> new ByteArrayInputStream(bytes),
                        root,
                        () -> FoundClass.inside(
                                root, isForOneRelease ? Optional.of(Fingerprint.of(bytes)) : Optional.empty()));
            }
        }
    }

    /** A manifest that isn't at the start of a jar, where it belongs, isn't seen, so nothing is known of that jar. */
    private static boolean isForOneRelease(@Nullable Manifest manifest) {
        return manifest != null
                && !Boolean.parseBoolean(manifest.getMainAttributes().getValue(Attributes.Name.MULTI_RELEASE));
    }

    private interface Content {
        InputStream open() throws IOException;
    }

    private interface Place {
        FoundClass found() throws IOException;
    }

    /** A first look by plain comparisons: the jars of an application have tens of thousands of other classes. */
    private static boolean isOfInterest(String path) {
        return path.endsWith(".class")
                ? path.contains(MIGRATION_PACKAGE) || path.endsWith(PACKAGE_INFO)
                : path.endsWith(MigrationIndex.RESOURCE);
    }

    private void found(String path, Content content, Path root, Place place) throws IOException {
        String file = withoutPlaceInside(path);
        if (file.equals(MigrationIndex.RESOURCE)) {
            indexes.add(new String(read(content), StandardCharsets.UTF_8));
        } else if (file.startsWith("META-INF/")) {
            return;
        } else if (file.endsWith("/" + PACKAGE_INFO)) {
            if (contains(read(content), APP)) {
                annotatedPackages.putIfAbsent(
                        className(file.substring(0, file.length() - PACKAGE_INFO.length() - 1)), root);
            }
        } else if (isTopLevelMigration(file)) {
            inMigrationPackages.merge(
                    className(file.substring(0, file.length() - ".class".length())),
                    place.found(),
                    (first, second) -> first.ambiguous());
        }
    }

    private static String withoutPlaceInside(String path) {
        for (String place : CLASSES_INSIDE) {
            if (path.startsWith(place)) {
                return path.substring(place.length());
            }
        }
        return path;
    }

    private static boolean isTopLevelMigration(String file) {
        int name = file.lastIndexOf('/') + 1;
        int folder = name - MIGRATION_PACKAGE.length();
        return folder > 0 && file.startsWith(MIGRATION_PACKAGE, folder) && file.indexOf('$', name) < 0;
    }

    private static byte[] read(Content content) throws IOException {
        try (InputStream bytes = content.open()) {
            return bytes.readAllBytes();
        }
    }

    private static String className(String path) {
        return path.replace('/', '.');
    }

    private static boolean contains(byte[] bytes, byte[] wanted) {
        for (int i = 0; i <= bytes.length - wanted.length; i++) {
            int matched = 0;
            while (matched < wanted.length && bytes[i + matched] == wanted[matched]) {
                matched++;
            }
            if (matched == wanted.length) {
                return true;
            }
        }
        return false;
    }
}
