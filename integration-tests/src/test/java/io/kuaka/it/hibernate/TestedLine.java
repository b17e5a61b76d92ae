package io.kuaka.it.hibernate;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** A line of Hibernate, with the newest version of it in a class loader of its own. */
public enum TestedLine {
    V6_6,
    V7_0,
    V7_1,
    V7_2,
    V7_3,
    V7_4;

    /** Starts the only part of a group that the line can't read. */
    static final String UNREADABLE = "can't be read: ";

    /** Where the build puts the jars of each line. */
    private static final Path JARS = Path.of("target", "hibernate");

    /** Returns major and minor number, as in {@code 7.1}. */
    String number() {
        return name().substring(1).replace('_', '.');
    }

    /** Returns the version of a jar, as in {@code 7.1.35}. */
    String version(String artifact) {
        return jars().stream()
                .map(jar -> jar.getFileName().toString())
                .filter(name -> name.startsWith(artifact + "-"))
                .map(name -> name.substring(artifact.length() + 1).replace(".Final.jar", ""))
                .findFirst()
                .orElseThrow();
    }

    /** Returns what a reader gives that is made in the class loader of this line; all types of it are the JDK's. */
    public <T> T read(Class<? extends Supplier<T>> reader) {
        Thread thread = Thread.currentThread();
        ClassLoader before = thread.getContextClassLoader();
        try (URLClassLoader loader = loader()) {
            thread.setContextClassLoader(loader);
            @SuppressWarnings("unchecked")
            Supplier<T> there = (Supplier<T>)
                    loader.loadClass(reader.getName()).getConstructor().newInstance();
            return there.get();
        } catch (ReflectiveOperationException | IOException e) {
            throw new IllegalStateException(e);
        } finally {
            thread.setContextClassLoader(before);
        }
    }

    /** Has the class path of this test, with the line's jars in place of those that the test has. */
    private URLClassLoader loader() {
        Set<String> own = jars().stream().map(TestedLine::artifact).collect(Collectors.toSet());
        own.add("hibernate-models");
        List<Path> paths = new ArrayList<>(jars());
        Stream.of(System.getProperty("java.class.path").split(File.pathSeparator))
                .map(Path::of)
                .filter(path -> !own.contains(artifact(path)))
                .forEach(paths::add);
        return new URLClassLoader(
                paths.stream().map(TestedLine::url).toArray(URL[]::new), ClassLoader.getPlatformClassLoader());
    }

    private List<Path> jars() {
        try (Stream<Path> jars = Files.list(JARS.resolve(number()))) {
            return jars.toList();
        } catch (IOException e) {
            throw new UncheckedIOException("the build puts the jars of Hibernate " + number() + " there", e);
        }
    }

    private static String artifact(Path jar) {
        return jar.getFileName().toString().replaceAll("-\\d.*", "");
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }
}
