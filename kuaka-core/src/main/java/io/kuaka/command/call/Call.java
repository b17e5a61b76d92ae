package io.kuaka.command.call;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * A command as a message advises it, as in {@code 'kuaka migrate catalog 0002 --fake'}.
 *
 * <p>A message quotes it, and writes the value of an option behind an equals sign, so that a call can be told from the
 * words around it and taken apart without knowing the commands.
 *
 * @param places what follows the command without a name, in order
 */
public record Call(String command, List<String> places, List<Option> options) {
    public Call {
        places = List.copyOf(places);
        options = List.copyOf(options);
    }

    /**
     * An option of a command.
     *
     * @param name without its dashes
     * @param value empty if it has none
     */
    public record Option(String name, String value) {
        /** Returns it with what stands before its name, as in {@code -Dkuaka.answers=FILE}. */
        public String after(String prefix) {
            return prefix + name + (value.isEmpty() ? "" : "=" + value);
        }
    }

    /** Returns it as the launcher takes it, as in {@code kuaka migrate catalog --fake}. */
    public String launched() {
        Stream<String> named = options.stream().map(option -> option.after("--"));
        return Stream.of(Stream.of("kuaka", command), places.stream(), named)
                .flatMap(each -> each)
                .collect(Collectors.joining(" "));
    }

    /** Returns what follows the command without a name, under the names that build tools have for it. */
    public List<Option> named() {
        return switch (command) {
            case "migrate", "sqlmigrate", "optimizemigration" -> named("app", "name");
            case "squashmigrations" -> named("app", "names");
            case "inspectdb" -> named("tables");
            default -> named("apps");
        };
    }

    /** Returns the places by their names, of which the last one takes all that are left. */
    private List<Option> named(String... names) {
        List<Option> named = new ArrayList<>();
        for (int i = 0; i < Math.min(names.length, places.size()); i++) {
            int end = i == names.length - 1 ? places.size() : i + 1;
            named.add(new Option(names[i], String.join(",", places.subList(i, end))));
        }
        return named;
    }

    /** Returns the call of a command with these arguments. */
    public static Call of(String command, String arguments) {
        List<String> places = new ArrayList<>();
        List<Option> options = new ArrayList<>();
        for (String word : arguments.strip().split(" +", -1)) {
            if (word.startsWith("--")) {
                String[] parts = word.substring(2).split("=", 2);
                options.add(new Option(parts[0], parts.length == 1 ? "" : parts[1]));
            } else if (!word.isEmpty()) {
                places.add(word);
            }
        }
        return new Call(command, places, options);
    }
}
