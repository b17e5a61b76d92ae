package io.kuaka.tooling.config;

import io.kuaka.tooling.config.SettingsDocument.Entry;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The settings of an application that are outside of its files, as far as they say which files and profiles count.
 *
 * @param json those in one text of JSON
 * @param properties the system properties
 * @param variables those in variables of the environment
 */
public record OutsideSettings(SettingsDocument json, SettingsDocument properties, SettingsDocument variables) {
    private static final String GROUP = "SPRING_PROFILES_GROUP_";

    /**
     * Returns what this process has.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public static OutsideSettings of(Variables variables) {
        return new OutsideSettings(SpringJson.in(variables), ofProcess(), ofEnvironment(variables));
    }

    private static SettingsDocument ofProcess() {
        Map<String, Entry> entries = new LinkedHashMap<>();
        System.getProperties().stringPropertyNames().stream().sorted().forEach(name -> {
            String text = System.getProperty(name, "");
            if (!text.isBlank()) {
                entries.put(name, new Entry(text, 1));
            }
        });
        return new SettingsDocument("The system properties", entries);
    }

    private static SettingsDocument ofEnvironment(Variables variables) {
        Map<String, Entry> entries = new LinkedHashMap<>();
        Stream.concat(SpringNames.KNOWN.stream(), ApplicationConfiguration.ACTIVE.stream())
                .forEach(name -> variables
                        .overriding(name)
                        .ifPresent(variable -> entries.put(name, new Entry(variable.text(), 1))));
        variables
                .startingWith(GROUP)
                .forEach(variable -> entries.put(
                        ApplicationConfiguration.GROUP
                                + variable.name().substring(GROUP.length()).toLowerCase(Locale.ROOT),
                        new Entry(variable.text(), 1)));
        return new SettingsDocument("The environment", entries);
    }

    /** Returns all of them; the first one overrides the others. */
    List<SettingsDocument> documents() {
        return List.of(json, properties, variables);
    }
}
