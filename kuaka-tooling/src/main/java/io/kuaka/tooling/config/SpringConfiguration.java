package io.kuaka.tooling.config;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The {@code application.properties} and {@code application.yml} of an application, as Spring Boot reads them.
 *
 * <p>Files of a profile override others, the file system overrides the class path, {@code config} folders override
 * their parents, properties override YAML, and later documents in a file override earlier ones. A document for a
 * profile counts only if that profile is active.
 */
public final class SpringConfiguration {
    /** The setting that activates profiles. */
    public static final String ACTIVE = "spring.profiles.active";

    private static final String DEFAULT = "spring.profiles.default";
    private static final String INCLUDED = "spring.profiles.include";
    private static final String GROUP = "spring.profiles.group.";

    private final SettingsFiles files;
    private final List<SettingsDocument> main;

    private SpringConfiguration(SettingsFiles files) {
        this.files = files;
        this.main = documents("application");
    }

    /**
     * Returns the documents that count; each overrides those before it.
     *
     * @param files where the files are
     * @param profiles the active profiles; if empty, the files decide
     * @throws UnreadableSettingsException if a file is broken
     */
    public static List<SettingsDocument> read(SettingsFiles files, List<String> profiles) {
        return new SpringConfiguration(files).active(profiles);
    }

    private List<SettingsDocument> active(List<String> wanted) {
        List<String> profiles = List.copyOf(profiles(wanted));
        List<SettingsDocument> all = new ArrayList<>(main);
        profiles.forEach(profile -> all.addAll(documents("application-" + profile)));
        return all.stream().filter(document -> document.isActive(profiles)).toList();
    }

    private List<SettingsDocument> documents(String name) {
        List<Function<String, List<SettingsDocument>>> places = List.of(files::onClassPath, files::inFolder);
        return places.stream()
                .flatMap(place -> Stream.of("", "config/")
                        .flatMap(folder ->
                                Stream.of(".yml", ".yaml", ".properties").map(suffix -> folder + name + suffix))
                        .flatMap(file -> place.apply(file).stream()))
                .toList();
    }

    /** Included profiles come first and are overridden by active ones. */
    private Set<String> profiles(List<String> wanted) {
        Set<String> profiles = new LinkedHashSet<>();
        unconditional(INCLUDED).forEach(profile -> addWithGroup(profile, profiles));
        List<String> active = wanted.isEmpty() ? last(ACTIVE) : wanted;
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

    private List<String> last(String name) {
        return main.stream()
                .filter(SettingsDocument::isUnconditional)
                .map(document -> document.list(name))
                .filter(list -> !list.isEmpty())
                .reduce(List.of(), (earlier, later) -> later);
    }
}
