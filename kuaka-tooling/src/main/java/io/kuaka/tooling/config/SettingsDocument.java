package io.kuaka.tooling.config;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * One document of a settings file: its settings by dotted names, in order.
 *
 * @param file the name of the file in messages
 */
public record SettingsDocument(String file, Map<String, Entry> entries) {
    /** The setting that makes a document depend on profiles, and its name before Spring Boot 2.4. */
    private static final List<String> ON_PROFILE = List.of("spring.config.activate.on-profile", "spring.profiles");

    private static final String ON_CLOUD_PLATFORM = "spring.config.activate.on-cloud-platform";

    /**
     * A setting.
     *
     * @param line the line in which it starts, from 1
     */
    public record Entry(String text, int line) {}

    public SettingsDocument {
        entries = new LinkedHashMap<>(entries);
    }

    /**
     * Returns the values of a setting: several if it is a list.
     *
     * <p>A list is written with commas, or as {@code name[0]}, {@code name[1]} and so on.
     */
    List<String> list(String name) {
        return entries.entrySet().stream()
                .filter(entry -> entry.getKey().equals(name) || entry.getKey().startsWith(name + "["))
                .flatMap(entry -> Stream.of(entry.getValue().text().split(",")))
                .map(String::strip)
                .filter(part -> !part.isEmpty())
                .toList();
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
