package io.kuaka.tooling.config;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code application.properties} and {@code application.yml} of an application, as Spring Boot and Quarkus read
 * them, and the {@code microprofile-config.properties} below them.
 *
 * <p>Files of a profile override others, the file system overrides the class path, {@code config} folders override
 * their parents, properties override YAML, and later documents in a file override earlier ones. A document, or a
 * setting such as {@code %dev.name}, that is for a profile counts only if that profile is active.
 */
public final class ApplicationConfiguration {
    /** The settings that activate profiles: Spring's, Quarkus' and MicroProfile's. */
    public static final List<String> ACTIVE = List.of("spring.profiles.active", "quarkus.profile", "mp.config.profile");

    private static final String DEFAULT = "spring.profiles.default";
    private static final String INCLUDED = "spring.profiles.include";
    private static final String GROUP = "spring.profiles.group.";

    private final SettingsFiles files;
    private final Function<String, Optional<String>> resolver;

    /** The documents of the files for all profiles, whether they count or not. */
    private final List<SettingsDocument> all;

    /** Those that count for all profiles, with what they import. */
    private final List<SettingsDocument> main;

    private final List<SettingsDocument> microProfile;

    /**
     * What counts.
     *
     * @param documents each overrides those before it
     * @param unread what the documents import and only the application itself can get, in words
     */
    public record Active(List<SettingsDocument> documents, List<String> unread) {}

    private ApplicationConfiguration(SettingsFiles files, Function<String, Optional<String>> resolver) {
        this.files = files;
        this.resolver = resolver;
        this.all = locations("application")
                .flatMap(location -> files.read(location).stream())
                .toList();
        ConfigImports imports = new ConfigImports(files, resolver, SettingsDocument::isUnconditional, List.of());
        locations("application").forEach(imports::add);
        this.main = imports.documents();
        this.microProfile = files.onClassPath("META-INF/microprofile-config.properties");
    }

    /**
     * Reads the files that are there for all profiles.
     *
     * @param resolver replaces placeholders in what names a file; empty if one has no value
     * @throws UnreadableSettingsException if a file is broken
     */
    public static ApplicationConfiguration read(SettingsFiles files, Function<String, Optional<String>> resolver) {
        return new ApplicationConfiguration(files, resolver);
    }

    /** Returns the profiles for which those files have one of these settings. */
    public SortedSet<String> profilesWith(Collection<String> settings) {
        return Stream.of(microProfile, all)
                .flatMap(List::stream)
                .flatMap(document -> document.profilesWith(settings))
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /**
     * Returns the documents that count.
     *
     * @param wanted the active profiles; if empty, the files decide
     * @param included profiles that are active besides
     * @throws UnreadableSettingsException if the file of a profile is broken, or one that is imported isn't there
     */
    public Active active(List<String> wanted, List<String> included) {
        List<String> profiles = List.copyOf(profiles(wanted, included));
        List<SettingsDocument> documents = new ArrayList<>(microProfile);
        profiles.forEach(profile ->
                documents.addAll(files.onClassPath("META-INF/microprofile-config-" + profile + ".properties")));
        ConfigImports imports = new ConfigImports(files, resolver, document -> document.isActive(profiles), profiles);
        locations("application").forEach(imports::add);
        profiles.forEach(profile -> locations("application-" + profile).forEach(imports::add));
        documents.addAll(imports.documents());
        return new Active(
                documents.stream()
                        .filter(document -> document.isActive(profiles))
                        .map(document -> document.of(profiles))
                        .toList(),
                List.copyOf(imports.unread()));
    }

    private static Stream<Location> locations(String name) {
        return Stream.of(true, false).flatMap(onClassPath -> Stream.of("", "config/")
                .flatMap(folder -> Stream.of(".yml", ".yaml", ".properties").map(format -> folder + name + format))
                .map(path -> Location.of(onClassPath, path)));
    }

    /** Included profiles come first and are overridden by active ones. */
    private Set<String> profiles(List<String> wanted, List<String> included) {
        Set<String> profiles = new LinkedHashSet<>();
        included.forEach(profile -> addWithGroup(profile, profiles));
        unconditional(INCLUDED).forEach(profile -> addWithGroup(profile, profiles));
        List<String> active = wanted.isEmpty() ? first(ACTIVE) : wanted;
        List<String> orDefault = active.isEmpty() ? last(DEFAULT) : active;
        (orDefault.isEmpty() ? List.of("default") : orDefault).forEach(profile -> addWithGroup(profile, profiles));
        return profiles;
    }

    private void addWithGroup(String profile, Set<String> profiles) {
        if (profiles.add(profile)) {
            unconditional(GROUP + profile).forEach(member -> addWithGroup(member, profiles));
        }
    }

    private List<String> unconditional(String name) {
        return main.stream()
                .filter(SettingsDocument::isUnconditional)
                .flatMap(document -> document.list(name).stream())
                .toList();
    }

    private List<String> first(List<String> names) {
        return names.stream()
                .map(this::last)
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private List<String> last(String name) {
        return Stream.of(microProfile, main)
                .flatMap(List::stream)
                .filter(SettingsDocument::isUnconditional)
                .map(document -> document.list(name))
                .filter(list -> !list.isEmpty())
                .reduce(List.of(), (earlier, later) -> later);
    }
}
