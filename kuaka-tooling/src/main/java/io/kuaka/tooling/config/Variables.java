package io.kuaka.tooling.config;

import java.io.IOException;
import java.nio.charset.CharacterCodingException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The environment variables, which override settings.
 *
 * <p>A variable {@code NAME_FILE} names a file with the value of {@code NAME}, which is how Docker and Kubernetes hand
 * over secrets.
 *
 * @param environment the variables by name
 */
public record Variables(Map<String, String> environment) {
    private static final String FILE = "_FILE";

    /**
     * A variable that is set.
     *
     * @param origin the variable itself, or the one that names its file
     */
    public record Variable(String name, String text, String origin) {}

    public Variables {
        environment = Map.copyOf(environment);
    }

    /**
     * Returns a variable, if it isn't blank.
     *
     * @throws UnreadableSettingsException if its file can't be read, or both are set
     */
    public Optional<Variable> get(String name) {
        String text = environment.getOrDefault(name, "");
        String file = environment.getOrDefault(name + FILE, "");
        if (file.isBlank()) {
            return text.isBlank() ? Optional.empty() : Optional.of(new Variable(name, text, name));
        }
        if (!text.isBlank()) {
            throw UnreadableSettingsException.of(
                    "The environment", name + " and " + name + FILE + " are both set. Remove one of them.");
        }
        return Optional.of(new Variable(name, content(name + FILE, file), name + FILE));
    }

    /**
     * Returns the variable that overrides a setting, by the rules of Spring and of MicroProfile: {@code a.b-c} is {@code
     * A_BC} for the former, {@code A_B_C} for the latter.
     *
     * <p>An empty password is one, for the application: it overrides that of a file.
     */
    public Optional<Variable> overriding(String setting) {
        String upper = setting.toUpperCase(Locale.ROOT);
        List<String> names = Stream.of(upper.replace("-", "").replace('.', '_'), upper.replaceAll("[^A-Z0-9]", "_"))
                .distinct()
                .toList();
        return names.stream().flatMap(name -> get(name).stream()).findFirst().or(() -> names.stream()
                .filter(name -> name.endsWith("PASSWORD") && environment.containsKey(name))
                .map(name -> new Variable(name, "", name))
                .findFirst());
    }

    /** Returns the variables whose names begin with a prefix. */
    public Stream<Variable> startingWith(String prefix) {
        return environment.keySet().stream()
                .filter(name -> name.startsWith(prefix))
                .map(name -> name.endsWith(FILE) ? name.substring(0, name.length() - FILE.length()) : name)
                .distinct()
                .flatMap(name -> get(name).stream());
    }

    private static String content(String variable, String file) {
        try {
            return Files.readString(Path.of(file)).stripTrailing();
        } catch (IOException | IllegalArgumentException e) {
            throw UnreadableSettingsException.of(
                    "The environment",
                    variable + " names the file \"" + file + "\", " + whyUnreadable(file, e)
                            + " Name a file that holds the value and nothing else.");
        }
    }

    private static String whyUnreadable(String file, Exception reason) {
        if (reason instanceof NoSuchFileException) {
            return "which doesn't exist.";
        }
        if (reason instanceof AccessDeniedException) {
            return "which this user may not read.";
        }
        if (reason instanceof CharacterCodingException) {
            return "which isn't text in UTF-8.";
        }
        return reason instanceof IOException && Files.isDirectory(Path.of(file))
                ? "which is a folder."
                : "which can't be read.";
    }
}
