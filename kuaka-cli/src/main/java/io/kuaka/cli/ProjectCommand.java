package io.kuaka.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command on the project in the current folder. */
abstract class ProjectCommand implements Callable<Integer> {
    private final CliContext surroundings;

    @Mixin
    private final Options options = new Options();

    ProjectCommand(CliContext surroundings) {
        this.surroundings = surroundings;
    }

    final Options options() {
        return options;
    }

    final CliContext surroundings() {
        return surroundings;
    }

    /** Returns a file's path as one would type it in the project's folder. */
    final Path relative(Path file) {
        return file.startsWith(surroundings.folder()) ? surroundings.folder().relativize(file) : file;
    }

    @Override
    public final Integer call() {
        Console screen = new Console(surroundings.terminal().out(), options.verbosity());
        Application application = Application.open(surroundings, options);
        if (application.project().labels().isEmpty() && options.verbosity() >= Options.NORMAL) {
            surroundings
                    .terminal()
                    .err()
                    .println(
                            "There are no entities and no migrations here. In a project of several modules, run kuaka in"
                                    + " the one that has them.");
        }
        return run(application, screen).code();
    }

    /** Does the work. */
    abstract ExitCode run(Application application, Console screen);
}
