package io.kuaka.tooling.config;

import java.util.List;
import java.util.Map;

/** The settings that Spring takes from one text of JSON, which is YAML as well. */
public final class SpringJson {
    /** The variable that holds it. */
    public static final String VARIABLE = "SPRING_APPLICATION_JSON";

    private SpringJson() {}

    /**
     * Returns the settings in the environment's JSON; none if there is no such variable.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public static SettingsDocument in(Variables variables) {
        return variables.get(VARIABLE).stream()
                .flatMap(variable -> YamlText.parse(VARIABLE, variable.text()).stream())
                .findFirst()
                .orElseGet(() -> new SettingsDocument(VARIABLE, Map.of()));
    }

    /** Returns the variables that are set and have Spring look for files where Kuaka doesn't, in words. */
    public static List<String> otherPlaces(Variables variables) {
        return List.of("IMPORT", "LOCATION", "ADDITIONAL_LOCATION", "NAME").stream()
                .map(name -> "SPRING_CONFIG_" + name)
                .filter(name -> variables.get(name).isPresent())
                .map(name -> "the environment sets " + name)
                .toList();
    }
}
