package io.kuaka.tooling.config;

import io.kuaka.tooling.config.ConfigNode.Phase;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Reads the files of an application in the order of Spring Boot, and follows {@code spring.config.import} to files, the
 * class path and folders of secrets. What is imported overrides the document that imports it.
 *
 * <p>Each file is read once. What isn't on this machine, and what only Spring can get, as from a server, is noted.
 */
final class ConfigImports {
    private static final String IMPORT = "spring.config.import";
    private static final String OPTIONAL = "optional:";

    private final SettingsFiles files;
    private final Placeholders placeholders;

    /** What overrides all files: the settings outside of them. The first one overrides the others. */
    private final List<SettingsDocument> outside;

    private final List<String> names;
    private final List<ConfigNode> starts = new ArrayList<>();
    private final boolean ignoresMissing;
    private final Set<Location> loaded = new HashSet<>();
    private final Set<String> unread = new LinkedHashSet<>();
    private final Set<String> missing = new LinkedHashSet<>();

    private Predicate<SettingsDocument> counts = SettingsDocument::isUnconditional;

    /** A file that is there. */
    private record Found(Location location, boolean isVariant) {}

    ConfigImports(SettingsFiles files, Placeholders placeholders, List<SettingsDocument> outside) {
        this.files = files;
        this.placeholders = placeholders;
        this.outside = outside;
        List<String> set = first("spring.config.name");
        this.names = set.isEmpty() ? List.of("application") : set;
        this.ignoresMissing = first("spring.config.on-not-found").contains("ignore");
        starts.addAll(new ConfigStarts(this::first).nodes());
        starts.forEach(node -> follow(node, Phase.WITHOUT_PROFILES, List.of()));
    }

    /**
     * Adds what depends on the active profiles.
     *
     * @throws UnreadableSettingsException if a file is broken
     */
    void activate(List<String> profiles) {
        counts = document -> document.isActive(profiles);
        starts.forEach(node -> follow(node, Phase.WITH_PROFILES, profiles));
    }

    /** Returns the documents of files that count so far; the first one overrides the others. */
    Stream<SettingsDocument> documents() {
        return starts.stream().flatMap(ConfigNode::documents).filter(counts);
    }

    /** Returns the documents so far, with those outside of files; the first one overrides the others. */
    Stream<SettingsDocument> all() {
        return Stream.concat(outside.stream(), documents());
    }

    /** Returns the values of a list where it is set last. */
    List<String> first(String name) {
        return values(name).findFirst().orElse(List.of());
    }

    /** Returns the values of a list in each document that has it; the first one overrides the others. */
    Stream<List<String>> values(String name) {
        return all().map(document -> list(document, name)).filter(list -> !list.isEmpty());
    }

    /** Returns the values of a list in one document. */
    List<String> list(SettingsDocument document, String name) {
        return document.list(name, this::replaced);
    }

    /** Returns what was imported and couldn't be followed, in words. */
    List<String> unread() {
        return Stream.concat(unread.stream(), missing.stream()).toList();
    }

    /** Returns what must be there and isn't, in words. */
    List<String> missing() {
        return List.copyOf(missing);
    }

    /** What overrides comes first, as in Spring: a file that several documents import belongs to the first one. */
    private void follow(ConfigNode node, Phase phase, List<String> profiles) {
        node.children().forEach(child -> follow(child, phase, profiles));
        List<String> imports = node.imports(document -> list(document, IMPORT));
        if (!node.isFollowed(phase) && node.document().filter(counts.negate()).isEmpty()) {
            List<Found> found = imports.stream()
                    .flatMap(text -> found(text, node, profiles))
                    .toList();
            List<ConfigNode> imported = new ArrayList<>();
            for (int i = found.size() - 1; i >= 0; i--) {
                if (loaded.add(found.get(i).location())) {
                    imported.addAll(nodes(found.get(i)));
                }
            }
            node.add(phase, new ArrayList<>(imported));
            imported.forEach(child -> follow(child, phase, profiles));
        }
    }

    private List<ConfigNode> nodes(Found found) {
        List<ConfigNode> nodes = new ArrayList<>();
        files.read(found.location())
                .forEach(document -> nodes.add(0, ConfigNode.of(document, found.location(), found.isVariant())));
        return nodes;
    }

    /** Returns the files of an import that are there: of each part, and then of each profile's variants. */
    private Stream<Found> found(String text, ConfigNode from, List<String> profiles) {
        List<Location> parts = Stream.of(text.split(";"))
                .filter(part -> !part.isBlank())
                .flatMap(part -> part(part.strip(), from).stream())
                .toList();
        Stream<Found> variants = profiles.stream()
                .flatMap(profile -> parts.stream()
                        .filter(part -> !part.isTree())
                        .flatMap(part -> candidates(part, Optional.of(profile))))
                .map(location -> new Found(location, true));
        Stream<Found> files = parts.stream()
                .flatMap(part -> candidates(part, Optional.empty()))
                .map(location -> new Found(location, false));
        return Stream.concat(files, variants).filter(found -> this.files.has(found.location()));
    }

    private Optional<Location> part(String text, ConfigNode from) {
        boolean isOptional = text.startsWith(OPTIONAL);
        String target = isOptional ? text.substring(OPTIONAL.length()) : text;
        String words = from.origin() + " imports " + ImportText.redacted(target);
        Optional<Location> location =
                target.contains("${") ? Optional.empty() : from.location().imported(target);
        if (location.isEmpty() || location.get().isOnlyForSpring()) {
            unread.add(words);
            return Optional.empty();
        }
        if (!location.get().isKnown()) {
            missing.add(words + ", which is neither a folder with a slash at its end nor a file of a known format");
            return Optional.empty();
        }
        if (!isOptional && !ignoresMissing && !isThere(location.get())) {
            missing.add(words + ", which isn't there");
        }
        return location;
    }

    private boolean isThere(Location location) {
        return files.has(location) || candidates(location, Optional.empty()).anyMatch(files::has);
    }

    private Stream<Location> candidates(Location location, Optional<String> profile) {
        List<Location> places = files.withoutWildcard(location);
        if (location.isFolder()) {
            String suffix = profile.map(name -> "-" + name).orElse("");
            return names.stream().flatMap(name -> Location.FORMATS.stream()
                    .flatMap(format -> places.stream().map(place -> place.file(name + suffix + format))));
        }
        return places.stream().map(place -> profile.map(place::of).orElse(place));
    }

    private String replaced(String text) {
        return text.contains("${") ? placeholders.replace(text, this::value).orElse(text) : text;
    }

    private Optional<String> value(String name) {
        return all().flatMap(document -> Optional.ofNullable(document.entries().get(name)).stream())
                .map(SettingsDocument.Entry::text)
                .findFirst();
    }
}
