package io.kuaka.tooling;

import io.kuaka.base.EditDistance;
import io.kuaka.command.AcceptedDrift;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

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

    /** Those without which a command runs on another database, or looks for its history elsewhere. */
    private static final List<String> DECISIVE = List.of("database", "password", "profile", "schema", "url", "user");

    /** Those that may be lists. */
    private static final List<String> LISTS = List.of("shared-tables", "unmanaged-tables");

    /** What is set for one of several databases, by the first word of the names. */
    private static final Map<String, List<String>> OF_SEVERAL = Map.of(
            "environment", List.of("password", "url", "user"),
            "databases", List.of("password", "schema", "table", "url", "user"));

    private static final Pattern ONE_OF_SEVERAL = Pattern.compile("(environment|databases)\\.([^.]+)\\.([^.]+)");

    private static final String PREFIX = "kuaka.";

    private KnownSettings() {}

    /** Returns whether a setting exists. */
    static boolean contains(String name) {
        Place place = Place.of(name);
        return place.known().contains(place.own()) || LISTS.contains(place.own().replaceFirst("\\[\\d+\\]$", ""));
    }

    /** Returns the setting that a name is probably meant to be; in Kuaka's own file, none begins with {@code kuaka.}. */
    static Optional<String> near(String name) {
        if (name.startsWith(PREFIX)) {
            String own = name.substring(PREFIX.length());
            return contains(own) ? Optional.of(own) : near(own);
        }
        Place place = Place.of(name);
        return place.known().stream()
                .filter(each -> EditDistance.isNear(each, place.own()))
                .min(Comparator.comparingInt(each -> EditDistance.between(each, place.own())))
                .map(each -> place.prefix() + each);
    }

    /**
     * Returns the setting that a variable is probably meant to be, as {@code jdbc-url} and {@code ulr} are meant to be
     * {@code url}. Others may begin with Kuaka's name for reasons of their own.
     */
    static Optional<String> meant(String variable) {
        return near(variable).or(() -> Stream.of(variable.split("-"))
                .flatMap(word -> DECISIVE.stream()
                        .filter(each -> word.startsWith(each) || letters(word).equals(letters(each))))
                .findFirst());
    }

    private static List<Integer> letters(String word) {
        return word.chars().sorted().boxed().toList();
    }

    /**
     * Makes sure that a setting exists.
     *
     * @param line its line in the file, from 1
     * @throws UnknownSettingException if it doesn't
     */
    static void require(String name, String file, int line) {
        if (!contains(name)) {
            Place place = Place.of(name);
            throw new UnknownSettingException(
                    name,
                    file,
                    line,
                    near(name),
                    place.known().stream().map(each -> place.prefix() + each).toList());
        }
    }

    /**
     * A setting of all databases, or of one of several.
     *
     * @param prefix what says of which one
     * @param own the rest of the name
     * @param known what the rest may be
     */
    private record Place(String prefix, String own, List<String> known) {
        static Place of(String name) {
            Matcher several = ONE_OF_SEVERAL.matcher(name);
            if (!several.matches()) {
                return new Place("", name, NAMES);
            }
            String own = several.group(3);
            return new Place(
                    name.substring(0, name.length() - own.length()),
                    own,
                    Objects.requireNonNull(OF_SEVERAL.get(several.group(1))));
        }
    }
}
