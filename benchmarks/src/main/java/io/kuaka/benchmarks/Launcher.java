package io.kuaka.benchmarks;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

/**
 * Prints how long the launcher takes for commands that have nothing to do, the first time and then again.
 *
 * <p>Arguments: the launcher, and the folder of a project whose database has all its migrations; by default the bookshop
 * of a checkout.
 */
public final class Launcher {
    private static final int ROUNDS = 4;

    private Launcher() {}

    public static void main(String[] arguments) {
        Path launcher = Path.of(arguments.length > 0 ? arguments[0] : "kuaka").toAbsolutePath();
        Path project = Path.of(arguments.length > 1 ? arguments[1] : "examples/bookshop")
                .toAbsolutePath();
        for (String command : List.of("migrate", "makemigrations")) {
            Measured without = Measured.run(project, Map.of(), List.of(launcher.toString(), command, "--no-cache"));
            without.print(command + " --no-cache", "itself", without);
            for (int round = 1; round <= ROUNDS; round++) {
                Measured.run(project, Map.of(), List.of(launcher.toString(), command))
                        .print(command + ", run " + round, "--no-cache", without);
            }
        }
    }
}
