package io.kuaka.tooling;

import java.io.File;
import java.io.IOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Enumeration;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Loads the project's own classes from their folders, and everything else from the JVM's class path.
 *
 * <p>The JVM keeps classes in an archive, from which they come faster, if there are only jars on its class path. As if the
 * folders came first there, what is in them goes before a class or a file of the same name in a jar. Libraries themselves
 * don't see them; the launcher knows when they have to.
 */
public final class ProjectFolder extends URLClassLoader {
    /** The property with the folders, as in a class path; without it they are on the JVM's class path. */
    private static final String PROPERTY = "kuaka.classes";

    private ProjectFolder(URL[] folders, ClassLoader parent) {
        super("project", folders, parent);
    }

    /** Returns what loads the project's classes in a JVM that the launcher has started. */
    public static ClassLoader under(ClassLoader parent) {
        String folders = System.getProperty(PROPERTY, "");
        return folders.isEmpty()
                ? parent
                : new ProjectFolder(
                        Stream.of(folders.split(File.pathSeparator, -1))
                                .map(ProjectFolder::url)
                                .toArray(URL[]::new),
                        parent);
    }

    private static URL url(String folder) {
        try {
            return Path.of(folder).toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(folder + " isn't a folder of classes.", e);
        }
    }

    @Override
    protected Class<?> loadClass(String name, boolean resolve) throws ClassNotFoundException {
        synchronized (getClassLoadingLock(name)) {
            boolean isOwn = findLoadedClass(name) == null && findResource(name.replace('.', '/') + ".class") != null;
            if (!isOwn) {
                return super.loadClass(name, resolve);
            }
            return findClass(name);
        }
    }

    @Override
    public @Nullable URL getResource(String name) {
        URL own = findResource(name);
        return own == null ? super.getResource(name) : own;
    }

    @Override
    public Enumeration<URL> getResources(String name) throws IOException {
        List<URL> all = new ArrayList<>(Collections.list(findResources(name)));
        all.addAll(Collections.list(getParent().getResources(name)));
        return Collections.enumeration(all);
    }
}
