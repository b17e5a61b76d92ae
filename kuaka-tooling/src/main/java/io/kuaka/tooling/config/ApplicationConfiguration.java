package io.kuaka.tooling.config;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The {@code application.properties} and {@code application.yml} of an application, as Spring Boot and Quarkus read
 * them, and the {@code microprofile-config.properties} below them.
 *
 * <p>The file system overrides the class path. In each of them, files of a profile override others, {@code config}
 * folders override their parents, properties override YAML, and later documents in a file override earlier ones. A
 * document, or a setting such as {@code %dev.name}, that is for a profile counts only if that profile is active.
 */
public final class ApplicationConfiguration {
    /** The settings that activate profiles: Spring's, Quarkus' and MicroProfile's. */
    public static final List<String> ACTIVE = List.of("spring.profiles.active", "quarkus.profile", "mp.config.profile");

    static final String GROUP = "spring.profiles.group.";

    private static final String DEFAULT = "spring.profiles.default";
    private static final String INCLUDED = "spring.profiles.include";
    private static final Location MICRO_PROFILE = Location.of(true, "META-INF/microprofile-config.properties");

    private final SettingsFiles files;
    private final Placeholders placeholders;
    private final List<SettingsDocument> outside;

    /** The documents of the files for all profiles, whether they count or not. */
    private final List<SettingsDocument> all;

    private final List<SettingsDocument> microProfile;

    /**
     * What counts.
     *
     * @param documents each overrides those before it
     * @param unread what the documents import and only the application itself can get, in words
     * @param missing what of it must be there and isn't
     */
    public record Active(List<SettingsDocument> documents, List<String> unread, List<String> missing) {}

    private ApplicationConfiguration(SettingsFiles files, Placeholders placeholders, OutsideSettings outside) {
        this.files = files;
        this.placeholders = placeholders;
        this.outside = outside.documents();
        this.all = ofApplications()
                .flatMap(location -> files.read(location).stream())
                .toList();
        this.microProfile = files.read(MICRO_PROFILE);
    }

    private static Stream<Location> ofApplications() {
        return Stream.of(true, false)
                .flatMap(onClassPath -> Stream.of("", "config/").flatMap(folder -> Location.FORMATS.stream()
                        .map(format -> Location.of(onClassPath, folder + "application" + format))));
    }

    /**
     * Reads the files that are there for all profiles.
     *
     * @param placeholders replaces those in what names a file or a profile
     * @param outside overrides the files
     * @throws UnreadableSettingsException if a file is broken
     */
    public static ApplicationConfiguration read(
            SettingsFiles files, Placeholders placeholders, OutsideSettings outside) {
        return new ApplicationConfiguration(files, placeholders, outside);
    }

    /** Returns the profiles for which those files, or files of their own, have one of these settings. */
    public SortedSet<String> profilesWith(Collection<String> settings) {
        Stream<String> ofDocuments =
                Stream.of(microProfile, all).flatMap(List::stream).flatMap(document -> document.profilesWith(settings));
        Stream<String> ofFiles = Stream.concat(Stream.of(MICRO_PROFILE), ofApplications())
                .flatMap(location ->
                        files.profiles(location).stream().filter(profile -> hasOneOf(settings, location.of(profile))));
        return Stream.concat(ofDocuments, ofFiles).collect(Collectors.toCollection(TreeSet::new));
    }

    private boolean hasOneOf(Collection<String> settings, Location location) {
        try {
            return files.read(location).stream()
                    .anyMatch(document -> settings.stream().anyMatch(document.entries()::containsKey));
        } catch (UnreadableSettingsException e) {
            return false; // a broken file is nobody's concern while its profile isn't active
        }
    }

    /**
     * Returns the documents that count.
     *
     * @param wanted the active profiles; if empty, the files and what is outside of them decide
     * @throws UnreadableSettingsException if a file is broken
     */
    public Active active(List<String> wanted) {
        ConfigImports imports = new ConfigImports(files, placeholders, outside);
        List<String> profiles = List.copyOf(profiles(wanted, imports));
        List<SettingsDocument> documents = new ArrayList<>(microProfile);
        profiles.forEach(profile -> documents.addAll(files.read(MICRO_PROFILE.of(profile))));
        imports.activate(profiles);
        List<SettingsDocument> ofApplication =
                new ArrayList<>(imports.documents().toList());
        Collections.reverse(ofApplication);
        documents.addAll(ofApplication);
        return new Active(
                documents.stream()
                        .filter(document -> document.isActive(profiles))
                        .map(document -> document.of(profiles))
                        .toList(),
                imports.unread(),
                imports.missing());
    }

    /**
     * Returns those of the profiles that change nothing, and are no groups: a profile that nobody has ever heard of would do
     * the same. None is unknown if the application reads what Kuaka can't.
     */
    public List<String> unknown(List<String> wanted) {
        Active active = active(wanted);
        if (!active.unread().isEmpty()) {
            return List.of();
        }
        ConfigImports imports = new ConfigImports(files, placeholders, outside);
        return wanted.stream()
                .filter(profile -> imports.first(GROUP + profile).isEmpty())
                .filter(profile -> active.equals(active(replaced(wanted, profile))))
                .toList();
    }

    private static List<String> replaced(List<String> profiles, String profile) {
        return profiles.stream()
                .map(each -> each.equals(profile) ? "nobody-has-heard-of-it" : each)
                .toList();
    }

    /** Included profiles come first and are overridden by active ones. */
    private Set<String> profiles(List<String> wanted, ConfigImports imports) {
        List<String> profiles =
                new ArrayList<>(imports.values(INCLUDED).flatMap(List::stream).toList());
        profiles.addAll(wanted.isEmpty() ? active(imports) : wanted);
        if (profiles.isEmpty()) {
            List<String> others = imports.first(DEFAULT);
            profiles.addAll(others.isEmpty() ? List.of("default") : others);
        }
        return withGroups(profiles, imports);
    }

    private List<String> active(ConfigImports imports) {
        return Stream.concat(
                        outside.stream().flatMap(document -> ACTIVE.stream().map(name -> imports.list(document, name))),
                        ACTIVE.stream().flatMap(name -> Stream.of(imports.first(name), last(name))))
                .filter(list -> !list.isEmpty())
                .findFirst()
                .orElse(List.of());
    }

    private static Set<String> withGroups(List<String> profiles, ConfigImports imports) {
        Set<String> expanded = new LinkedHashSet<>();
        Deque<String> open = new ArrayDeque<>(profiles);
        while (!open.isEmpty()) {
            String profile = open.pop();
            if (expanded.add(profile)) {
                List<String> members = new ArrayList<>(imports.first(GROUP + profile));
                Collections.reverse(members);
                members.forEach(open::push);
            }
        }
        return expanded;
    }

    private List<String> last(String name) {
        return microProfile.stream()
                .map(document -> document.list(name))
                .filter(list -> !list.isEmpty())
                .reduce(List.of(), (earlier, later) -> later);
    }
}
