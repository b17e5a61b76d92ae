package io.kuaka.command.project;

import java.io.File;
import java.io.IOException;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.jar.Attributes;
import java.util.jar.JarFile;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The folders and jars from which a class loader loads classes. */
public final class ClassPath {
    private ClassPath() {}

    /**
     * Returns the folders and jars of the class loader, of its parents, and of the JVM's own class path, with the jars that
     * the manifests of these name as their class path.
     */
    public static List<Path> roots(ClassLoader classLoader) {
        Set<Path> roots = new LinkedHashSet<>();
        for (@Nullable ClassLoader loader = classLoader; loader != null; loader = loader.getParent()) {
            if (loader instanceof URLClassLoader urls) {
                for (URL url : urls.getURLs()) {
                    add(url, roots);
                }
            }
        }
        for (String entry : System.getProperty("java.class.path", "").split(File.pathSeparator, -1)) {
            if (!entry.isEmpty()) {
                roots.add(Path.of(entry));
            }
        }
        return withManifests(roots.stream().filter(Files::exists).toList());
    }

    /** Returns the roots that are folders: the project's own classes. */
    public static List<Path> folders(List<Path> roots) {
        List<Path> folders = new ArrayList<>(roots);
        folders.removeIf(root -> !Files.isDirectory(root));
        return folders;
    }

    /** Build tools and Spring Boot's extracted jars keep a class path in a manifest. */
    private static List<Path> withManifests(List<Path> roots) {
        Set<Path> all = new LinkedHashSet<>();
        Deque<Path> open = new ArrayDeque<>(roots);
        for (Path root = open.poll(); root != null; root = open.poll()) {
            if (all.add(root) && Files.isRegularFile(root)) {
                open.addAll(namedByManifest(root));
            }
        }
        return List.copyOf(all);
    }

    private static List<Path> namedByManifest(Path jar) {
        try (JarFile file = new JarFile(jar.toFile())) {
            Manifest manifest = file.getManifest();
            String names =
                    manifest == null ? null : manifest.getMainAttributes().getValue(Attributes.Name.CLASS_PATH);
            return names == null
                    ? List.of()
                    : Stream.of(names.strip().split("\\s+"))
                            .map(name -> jar.toUri().resolve(name))
                            .filter(uri -> "file".equals(uri.getScheme()))
                            .map(Path::of)
                            .filter(Files::exists)
                            .toList();
        } catch (IOException | IllegalArgumentException e) {
            // What the JVM can't read it ignores, too.
            return List.of();
        }
    }

    private static void add(URL url, Set<Path> roots) {
        if (url.getProtocol().equals("file")) {
            try {
                roots.add(Path.of(url.toURI()));
            } catch (URISyntaxException e) {
                throw new IllegalArgumentException("\"" + url + "\" isn't the URL of a file.", e);
            }
        }
    }
}
