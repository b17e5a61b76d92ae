package io.kuaka.it.entities;

import io.kuaka.hibernate.discovery.EntityScan;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.MalformedURLException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** A release of entities that others have published, as {@code -Ppublished-entities} downloads it. */
record PublishedRelease(Path jar) {
    private static final Path FOLDER = Path.of("target", "published-entities");

    /** Returns whether the build has downloaded them. */
    static boolean areThere() {
        return Files.isDirectory(FOLDER);
    }

    /** Returns all releases, the oldest first. */
    static List<PublishedRelease> all() {
        return jars("releases").stream().map(PublishedRelease::new).toList();
    }

    private static List<Path> jars(String folder) {
        try (Stream<Path> jars = Files.list(FOLDER.resolve(folder))) {
            return jars.sorted().toList();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Reads the entities as they are, all as one app. */
    EntityVersion read(String app, String packageName) {
        URL[] urls = Stream.concat(Stream.of(jar), jars("class-path").stream())
                .map(PublishedRelease::url)
                .toArray(URL[]::new);
        ClassLoader loader = new URLClassLoader(urls, PublishedRelease.class.getClassLoader());
        return EntityVersion.read(
                loader, toString(), EntityScan.of(List.of(jar)).classNames(), app, packageName);
    }

    private static URL url(Path path) {
        try {
            return path.toUri().toURL();
        } catch (MalformedURLException e) {
            throw new IllegalArgumentException(e);
        }
    }

    @Override
    public String toString() {
        return jar.getFileName().toString();
    }
}
