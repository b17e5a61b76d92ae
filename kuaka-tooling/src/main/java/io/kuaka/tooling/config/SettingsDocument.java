package io.kuaka.tooling.config;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/**
 * One document of a settings file: its settings by dotted names, in order.
 *
 * @param file the name of the file in messages
 */
public record SettingsDocument(String file, Map<String, Entry> entries) {
    /** The setting that makes a document depend on profiles, and its name before Spring Boot 2.4. */
    private static final List<String> ON_PROFILE = List.of("spring.config.activate.on-profile", "spring.profiles");

    /** A setting for profiles, as Quarkus and MicroProfile write it: {@code %dev.name}, {@code %{dev,test}.name}. */
    private static final Pattern FOR_PROFILES = Pattern.compile("%(?:\\{([^}]+)\\}|([^.{]+))\\.(.+)");

    private static final String ON_CLOUD_PLATFORM = "spring.config.activate.on-cloud-platform";

    /**
     * A setting.
     *
     * @param line the line in which it starts, from 1
     */
    public record Entry(String text, int line) {}

    public SettingsDocument {
        Map<String, Entry> named = new LinkedHashMap<>();
        entries.forEach((name, entry) -> named.put(SpringNames.canonical(name), entry));
        entries = named;
    }

    /**
     * Returns the values of a setting: several if it is a list.
     *
     * <p>A list is written with commas, or as {@code name[0]}, {@code name[1]} and so on.
     */
    public List<String> list(String name) {
        return list(name, text -> text);
    }

    /**
     * Returns the values of a setting: several if it is a list.
     *
     * @param replacing replaces placeholders in each text
     */
    List<String> list(String name, UnaryOperator<String> replacing) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "["))
                .flatMap(entry ->
                        Stream.of(replacing.apply(entry.getValue().text()).split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
    }

    /** Returns this document with the settings for active profiles over the others, and without those for other profiles. */
    SettingsDocument of(List<String> active) {
        Map<String, Entry> counting = new LinkedHashMap<>();
        Map<String, Entry> overriding = new LinkedHashMap<>();
        entries.forEach((name, entry) -> {
            Matcher forProfiles = FOR_PROFILES.matcher(name);
            if (!forProfiles.matches()) {
                counting.put(name, entry);
            } else if (profiles(forProfiles).anyMatch(active::contains)) {
                overriding.put(forProfiles.group(3), entry);
            }
        });
        counting.putAll(overriding);
        return new SettingsDocument(file, counting);
    }

    /** Returns for which profiles this document has one of these settings; none if it has it for all. */
    Stream<String> profilesWith(Collection<String> settings) {
        Stream<String> ofDocument = settings.stream().anyMatch(entries::containsKey)
                ? condition().map(this::list).orElse(List.of()).stream()
                : Stream.of();
        Stream<String> ofEntries = entries.keySet().stream()
                .map(FOR_PROFILES::matcher)
                .filter(matcher -> matcher.matches() && settings.contains(matcher.group(3)))
                .flatMap(SettingsDocument::profiles);
        return Stream.concat(ofDocument, ofEntries);
    }

    private static Stream<String> profiles(Matcher forProfiles) {
        String several = forProfiles.group(1);
        return several == null
                ? Stream.of(forProfiles.group(2))
                : Stream.of(several.split(",")).map(String::strip);
    }

    /** Returns whether this document counts independently of profiles. */
    boolean isUnconditional() {
        return condition().isEmpty() && !entries.containsKey(ON_CLOUD_PLATFORM);
    }

    /**
     * Returns whether this document counts.
     *
     * @param active the active profiles
     * @throws UnreadableSettingsException if its condition is malformed
     */
    boolean isActive(List<String> active) {
        // Applications run on cloud platforms, but migrations aren't made there.
        if (entries.containsKey(ON_CLOUD_PLATFORM)) {
            return false;
        }
        return condition()
                .map(name -> list(name).stream()
                        .anyMatch(expression -> ProfileExpression.matches(this, line(name), expression, active)))
                .orElse(true);
    }

    private Optional<String> condition() {
        return ON_PROFILE.stream().filter(name -> !list(name).isEmpty()).findFirst();
    }

    private int line(String name) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().startsWith(name))
                .findFirst()
                .map(entry -> entry.getValue().line())
                .orElse(1);
    }
}
