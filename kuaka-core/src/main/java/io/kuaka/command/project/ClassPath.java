package io.kuaka.command.project;

import java.io.File;
import java.net.URISyntaxException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folders and jars from which a class loader loads classes. */
public final class ClassPath {
    private ClassPath() {}

    /** Returns the folders and jars of the class loader, of its parents, and of the JVM's own class path. */
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
        return roots.stream().filter(Files::exists).toList();
    }

    /** Returns the roots that are folders: the project's own classes. */
    public static List<Path> folders(List<Path> roots) {
        List<Path> folders = new ArrayList<>(roots);
        folders.removeIf(root -> !Files.isDirectory(root));
        return folders;
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
