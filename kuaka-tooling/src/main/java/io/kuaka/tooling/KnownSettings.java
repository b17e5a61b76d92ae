package io.kuaka.tooling;

import io.kuaka.base.EditDistance;
import io.kuaka.command.AcceptedDrift;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.regex.Pattern;

/** The names of Kuaka's own settings, with those that only the Spring Boot starter looks at. */
final class KnownSettings {
    private static final List<String> NAMES = List.of(
            "check-models",
            "database",
            "default-app",
            AcceptedDrift.SETTING,
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
            "unmanaged-tables",
            "url",
            "user");

    /** Those that may be lists. */
    private static final List<String> LISTS = List.of("shared-tables", "unmanaged-tables");

    /** What is set for one of several databases, by the first word of the names. */
    private static final Map<String, List<String>> OF_SEVERAL = Map.of(
            "environment", List.of("password", "url", "user"),
            "databases", List.of("password", "schema", "table", "url", "user"));

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(environment|databases)\\.([^.]+)\\.([^.]+)");

    private KnownSettings() {}

    /**
     * Makes sure that a setting exists.
     *
     * @param line its line in the file, from 1
     * @throws UnknownSettingException if it doesn't
     */
    static void require(String name, String file, int line) {
        var several = ONE_OF_SEVERAL.matcher(name);
        boolean isOfOne = several.matches();
        List<String> known = isOfOne ? Objects.requireNonNull(OF_SEVERAL.get(several.group(1))) : NAMES;
        String own = isOfOne ? several.group(3) : name;
        if (known.contains(own) || LISTS.contains(own.replaceFirst("\\[\\d+\\]$", ""))) {
            return;
        }
        String prefix = isOfOne ? name.substring(0, name.length() - own.length()) : "";
        throw new UnknownSettingException(
                name,
                file,
                line,
                known.stream()
                        .filter(each -> EditDistance.isNear(each, own))
                        .min(Comparator.comparingInt(each -> EditDistance.between(each, own)))
                        .map(each -> prefix + each),
                known.stream().map(each -> prefix + each).toList());
    }
}
