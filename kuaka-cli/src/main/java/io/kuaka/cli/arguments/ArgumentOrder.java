package io.kuaka.cli.arguments;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

/** Puts the command before the options that stand before it: {@code -v 2 migrate} means {@code migrate -v 2}. */
public final class ArgumentOrder {
    /** The options of all commands that a value follows. */
    private static final List<String> WITH_VALUE = List.of("-v", "--verbosity", "--url", "--user", "--profile");

    private ArgumentOrder() {}

    /** Returns the arguments with the command first, as far as there is one. */
    public static List<String> commandFirst(List<String> arguments, Collection<String> commands) {
        int place = place(arguments, commands);
        if (place < 0 || !commands.contains(arguments.get(place))) {
            return arguments;
        }
        List<String> ordered = new ArrayList<>(arguments);
        ordered.add(0, ordered.remove(place));
        return ordered;
    }

    /** Returns what stands in the place of the command and isn't one. */
    public static Optional<String> unknownCommand(List<String> arguments, Collection<String> commands) {
        int place = place(arguments, commands);
        return place < 0 || commands.contains(arguments.get(place))
                ? Optional.empty()
                : Optional.of(arguments.get(place));
    }

    /** Returns the place of the first argument that is no option and no value of one; -1 where there is none. */
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
