package io.kuaka.cli.arguments;

import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.Model.PositionalParamSpec;

/**
 * A parameter of a command as build tools know it: by a name, where the command line has an option or a place.
 *
 * <p>The option {@code --dry-run} is the parameter {@code dryRun}; an argument shown as {@code APP} is {@code app}, or
 * {@code apps} where there may be several of them, separated by commas.
 */
public final class CommandParameter {
    private final String word;
    private final ArgSpec spec;

    private CommandParameter(String word, ArgSpec spec) {
        this.word = word;
        this.spec = spec;
    }

    /** Returns the parameters of a command in the order of the command line: options first, then places. */
    public static List<CommandParameter> of(CommandSpec command) {
        Stream<CommandParameter> options = command.options().stream()
                .filter(option -> !option.usageHelp() && !option.versionHelp())
                .map(option -> new CommandParameter(option.longestName().replaceFirst("^-+", ""), option));
        Stream<CommandParameter> places = command.positionalParameters().stream()
                .sorted(Comparator.comparing(place -> place.index().min()))
                .map(place -> new CommandParameter(word(place), place));
        return Stream.concat(options, places).toList();
    }

    private static String word(PositionalParamSpec place) {
        String label = place.paramLabel().toLowerCase(Locale.ROOT);
        return place.isMultiValue() ? label + "s" : label;
    }

    /** Returns the name in camel case, as in {@code dryRun}. */
    public String name() {
        String[] parts = word.split("-", -1);
        return parts[0]
                + Arrays.stream(parts, 1, parts.length)
                        .map(part -> part.substring(0, 1).toUpperCase(Locale.ROOT) + part.substring(1))
                        .collect(Collectors.joining());
    }

    /** Returns the property that sets it, as in {@code kuaka.dry-run}. */
    public String property() {
        return "kuaka." + word;
    }

    /** Returns what it is for. */
    public String description() {
        return String.join(" ", spec.description());
    }

    /** Returns whether it is either true or false. */
    public boolean isFlag() {
        return spec.arity().max() == 0;
    }

    /** Returns whether the command doesn't run without it. */
    public boolean isRequired() {
        return spec.required();
    }

    /**
     * Returns the arguments that stand for a value on the command line.
     *
     * @param value null or empty if there is none
     * @throws IllegalArgumentException when a flag is neither true nor false
     */
    public List<String> arguments(@Nullable String value) {
        if (value == null || value.isBlank()) {
            return List.of();
        }
        if (isFlag()) {
            return isTrue(value.strip()) ? List.of("--" + word) : List.of();
        }
        List<String> values = spec.isMultiValue() ? List.of(value.strip().split("[\\s,]+")) : List.of(value);
        return spec instanceof OptionSpec
                ? values.stream().map(each -> "--" + word + "=" + each).toList()
                : values;
    }

    private boolean isTrue(String value) {
        return switch (value.toLowerCase(Locale.ROOT)) {
            case "true" -> true;
            case "false" -> false;
            default ->
                throw new IllegalArgumentException(
                        "\"" + property() + "\" is true or false, and not \"" + value + "\".");
        };
    }
}
