package io.kuaka.tooling;

import io.kuaka.base.EditDistance;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The names of Kuaka's own settings, with those that only the Spring Boot starter looks at. */
final class KnownSettings {
    private static final List<String> NAMES = List.of(
            "check-models",
            "default-app",
            AcceptedDriftText.SETTING,
            "enabled",
            "format-command",
            "lock-wait",
            "mode",
            "on-unknown",
            "password",
            "persistence-unit",
            "profile",
            "schema",
            "shared-tables",
            "table",
            "target",
            "url",
            "user");

    private static final List<String> OF_ENVIRONMENTS = List.of("password", "url", "user");

    private static final Pattern ENVIRONMENT = Pattern.compile("environment\\.([^.]+)\\.([^.]+)");

    /** A name is near if less than this share of its characters would have to change. */
    private static final double NEAR = 0.4;

    private KnownSettings() {}

    /**
     * Makes sure that a setting exists.
     *
     * @param line its line in the file, from 1
     * @throws UnknownSettingException if it doesn't
     */
    static void require(String name, String file, int line) {
        var environment = ENVIRONMENT.matcher(name);
        boolean isEnvironments = environment.matches();
        List<String> known = isEnvironments ? OF_ENVIRONMENTS : NAMES;
        String own = isEnvironments ? environment.group(2) : name;
        if (known.contains(own)) {
            return;
        }
        String prefix = isEnvironments ? name.substring(0, name.length() - own.length()) : "";
        throw new UnknownSettingException(
                name,
                file,
                line,
                known.stream()
                        .filter(each -> EditDistance.between(each, own) < NEAR * Math.max(each.length(), own.length()))
                        .min(Comparator.comparingInt(each -> EditDistance.between(each, own)))
                        .map(each -> prefix + each),
                known.stream().map(each -> prefix + each).toList());
    }
}
