package io.kuaka.tooling.config;

import java.util.Map;

/** The settings that Spring takes from one text of JSON, which is YAML as well. */
public final class SpringJson {
    /** The variable that holds it. */
    public static final String VARIABLE = "SPRING_APPLICATION_JSON";

    private static final String PROPERTY = "spring.application.json";

    private SpringJson() {}

    /**
     * Returns the settings in the JSON of a system property or of the environment; none if there is none.
     *
     * @throws UnreadableSettingsException if it is broken
     */
    public static SettingsDocument in(Variables variables) {
        String property = System.getProperty(PROPERTY, "");
        String name = property.isBlank() ? VARIABLE : "-D" + PROPERTY;
        String text = property.isBlank()
                ? variables.get(VARIABLE).map(Variables.Variable::text).orElse("")
                : property;
        return YamlText.parse(name, text).stream().findFirst().orElseGet(() -> new SettingsDocument(name, Map.of()));
    }
}
