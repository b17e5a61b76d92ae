package io.kuaka.tooling.config;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Reads settings files in the format of their names; a file that doesn't exist has no documents.
 *
 * @param folder the project's folder
 * @param classLoader finds the files on the class path
 */
public record SettingsFiles(Path folder, ClassLoader classLoader) {
    /** Kuaka's own file, which must be UTF-8. */
    public static final String KUAKA_PROPERTIES = "kuaka.properties";

    /**
     * Returns the documents of a file on the class path.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public List<SettingsDocument> onClassPath(String name) {
        return read(Location.of(true, name));
    }

    private List<SettingsDocument> onClassPath(Location location) {
        String name = location.path();
        try (InputStream in = classLoader.getResourceAsStream(name)) {
            return in == null ? List.of() : parse(location, in.readAllBytes());
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + name + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the documents of a file in the project's folder.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public List<SettingsDocument> inFolder(String name) {
        return read(Location.of(false, name));
    }

    private List<SettingsDocument> inFolder(Location location) {
        Path path = folder.resolve(location.path());
        try {
            return Files.isRegularFile(path) ? parse(location, Files.readAllBytes(path)) : List.of();
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + path + ": " + e.getMessage(), e);
        }
    }

    /**
     * Returns the documents of a file.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    List<SettingsDocument> read(Location location) {
        if (location.isTree()) {
            return List.of(SecretsTree.read(Location.TREE + location.path(), folder.resolve(location.path())));
        }
        return location.onClassPath() ? onClassPath(location) : inFolder(location);
    }

    /** Returns whether a location exists. */
    boolean has(Location location) {
        if (location.onClassPath()) {
            return classLoader.getResource(location.path()) != null;
        }
        if (location.hasWildcard()) {
            return withoutWildcard(location).stream().anyMatch(this::has);
        }
        Path path = folder.resolve(location.path());
        boolean isFolder = location.isTree() || location.isFolder();
        return isFolder ? Files.isDirectory(path) : Files.isRegularFile(path);
    }

    /** Returns the locations that one with a wildcard stands for, in the order of their names; or just it. */
    List<Location> withoutWildcard(Location location) {
        if (!location.hasWildcard()) {
            return List.of(location);
        }
        int star = location.path().indexOf('*');
        String parent = location.path().substring(0, star);
        String rest = location.path().substring(star + 1);
        try (Stream<Path> folders = Files.list(folder.resolve(parent))) {
            return folders.filter(Files::isDirectory)
                    .map(each -> each.getFileName().toString())
                    .filter(name -> !name.startsWith(".."))
                    .sorted()
                    .map(name -> location.at(parent + name + rest))
                    .toList();
        } catch (IOException e) {
            return List.of();
        }
    }

    /**
     * Returns the profiles that a file has variants for, as {@code prod} with {@code application-prod.yml}. Variants in jars
     * aren't found.
     */
    Set<String> profiles(Location location) {
        String start = location.name() + "-";
        return folders(location)
                .flatMap(SettingsFiles::names)
                .filter(name -> name.startsWith(start) && name.endsWith(location.format()))
                .map(name -> name.substring(
                        start.length(), name.length() - location.format().length()))
                .filter(profile -> !profile.isEmpty())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private Stream<Path> folders(Location location) {
        if (!location.onClassPath()) {
            return Stream.of(folder.resolve(location.parent()));
        }
        return classLoader
                .resources(location.parent())
                .filter(url -> url.getProtocol().equals("file"))
                .map(url -> Path.of(URI.create(url.toString())));
    }

    private static Stream<String> names(Path folder) {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(file -> file.getFileName().toString()).toList().stream();
        } catch (IOException e) {
            return Stream.of();
        }
    }

    private static List<SettingsDocument> parse(Location location, byte[] bytes) {
        String name = location.path();
        if (!location.format().equals(".properties")) {
            return YamlText.parse(name, SettingsText.decode(name, bytes));
        }
        return name.equals(KUAKA_PROPERTIES)
                ? PropertiesText.parseStrictly(name, SettingsText.decode(name, bytes))
                : PropertiesText.parse(name, SettingsText.decodeProperties(name, bytes, location.encoding()));
    }
}
