package io.kuaka.tooling.config;

import io.kuaka.tooling.config.SettingsDocument.Entry;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Follows {@code spring.config.import} to files, the class path and folders of secrets. What is imported overrides the
 * document that imports it.
 *
 * <p>What only Spring can get, as from a server, is noted.
 */
final class ConfigImports {
    private static final String IMPORT = "spring.config.import";
    private static final String OPTIONAL = "optional:";
    private static final String TREE = "configtree:";

    private final SettingsFiles files;
    private final Function<String, Optional<String>> resolver;
    private final Predicate<SettingsDocument> counts;
    private final List<String> profiles;
    private final Set<Location> seen = new HashSet<>();
    private final List<SettingsDocument> documents = new ArrayList<>();
    private final List<String> unread = new ArrayList<>();

    /**
     * @param resolver replaces placeholders in a text; empty if one has no value
     * @param counts tells which documents count
     * @param profiles the profiles whose variants of imported files count
     */
    ConfigImports(
            SettingsFiles files,
            Function<String, Optional<String>> resolver,
            Predicate<SettingsDocument> counts,
            List<String> profiles) {
        this.files = files;
        this.resolver = resolver;
        this.counts = counts;
        this.profiles = profiles;
    }

    /** Returns the documents that count so far; each overrides those before it. */
    List<SettingsDocument> documents() {
        return documents;
    }

    /** Returns what was imported and couldn't be followed, in words. */
    List<String> unread() {
        return unread;
    }

    /**
     * Adds the documents of a file, with what they import.
     *
     * @throws UnreadableSettingsException if a file is broken, or one that must be there isn't
     */
    void add(Location location) {
        for (SettingsDocument document : files.read(location)) {
            if (counts.test(document)) {
                documents.add(document);
                document.list(IMPORT).forEach(text -> follow(text, document, location));
            }
        }
    }

    private void follow(String text, SettingsDocument importing, Location from) {
        boolean isOptional = text.startsWith(OPTIONAL);
        String written = isOptional ? text.substring(OPTIONAL.length()) : text;
        String target = resolver.apply(written).orElse("");
        if (target.startsWith(TREE)) {
            addTree(target, isOptional, importing);
            return;
        }
        Optional<Location> imported = from.imported(target);
        if (imported.isEmpty()) {
            unread.add(importing.file() + " imports " + written);
            return;
        }
        Location location = imported.get();
        if (location.isFolder()) {
            Stream.of(".yml", ".yaml", ".properties")
                    .map(format -> Location.of(location.onClassPath(), location.path() + "application" + format))
                    .forEach(this::addImported);
        } else if (files.has(location)) {
            addImported(location);
        } else if (!isOptional) {
            throw missing(importing, written);
        }
    }

    private void addImported(Location location) {
        if (seen.add(location)) {
            add(location);
            profiles.forEach(profile -> add(location.of(profile)));
        }
    }

    /** Each file holds the value of the setting that it is named after. */
    private void addTree(String target, boolean isOptional, SettingsDocument importing) {
        Path folder = files.folder().resolve(target.substring(TREE.length()));
        if (!Files.isDirectory(folder)) {
            if (!isOptional) {
                throw missing(importing, target);
            }
            return;
        }
        Map<String, Entry> entries = new LinkedHashMap<>();
        try (Stream<Path> all = Files.walk(folder)) {
            for (Path file : (Iterable<Path>) all.filter(Files::isRegularFile).sorted()::iterator) {
                String name = folder.relativize(file).toString().replace('\\', '/');
                // Kubernetes keeps older versions of the files in hidden folders.
                if (!name.startsWith("..")) {
                    entries.put(
                            name.replace('/', '.'),
                            new Entry(Files.readString(file).stripTrailing(), 1));
                }
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Can't read " + folder + ": " + e.getMessage(), e);
        }
        documents.add(new SettingsDocument(target, entries));
    }

    private static UnreadableSettingsException missing(SettingsDocument importing, String target) {
        return UnreadableSettingsException.of(
                importing.file(),
                IMPORT + " names \"" + target + "\", which isn't there. Correct it, or put \"optional:\" before it.");
    }
}
