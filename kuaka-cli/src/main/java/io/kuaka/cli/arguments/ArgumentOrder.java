package io.kuaka.cli.arguments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Moves the command before options that precede it: {@code -v 2 migrate} means {@code migrate -v 2}. */
public final class ArgumentOrder {
    /** The common options that take a value. */
    private static final List<String> WITH_VALUE =
            List.of("-v", "--verbosity", "--database", "--url", "--user", "--profile", "--sources");

    private ArgumentOrder() {}

    /** Returns the arguments with the command first, if there is one. */
    public static List<String> commandFirst(List<String> arguments, Collection<String> commands) {
        int place = place(arguments, commands);
        if (place < 0 || !commands.contains(arguments.get(place))) {
            return arguments;
        }
        List<String> ordered = new ArrayList<>(arguments);
        ordered.add(0, ordered.remove(place));
        return ordered;
    }

    /** Returns the argument in the place of the command, if it isn't one. */
    public static Optional<String> unknownCommand(List<String> arguments, Collection<String> commands) {
        int place = place(arguments, commands);
        return place < 0 || commands.contains(arguments.get(place))
                ? Optional.empty()
                : Optional.of(arguments.get(place));
    }

    /** Returns the index of the first argument that isn't an option or its value; -1 if there is none. */
    private static int place(List<String> arguments, Collection<String> commands) {
        for (int i = 0; i < arguments.size(); i++) {
            String argument = arguments.get(i);
            boolean isPassword = argument.equals("--password")
                    && i + 1 < arguments.size()
                    && !arguments.get(i + 1).startsWith("-")
                    && !commands.contains(arguments.get(i + 1));
            if (WITH_VALUE.contains(argument) || isPassword) {
                i++;
            } else if (!argument.startsWith("-")) {
                return i;
            }
        }
        return -1;
    }
}
