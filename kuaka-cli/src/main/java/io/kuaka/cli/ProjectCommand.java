package io.kuaka.cli;

import java.nio.file.Path;
import java.util.concurrent.Callable;
import picocli.CommandLine.Mixin;

/** A command on the project in the current folder. */
abstract class ProjectCommand implements Callable<Integer> {
    private final Surroundings surroundings;

    @Mixin
    private final Options options = new Options();

    ProjectCommand(Surroundings surroundings) {
        this.surroundings = surroundings;
    }

    final Options options() {
        return options;
    }

    final Surroundings surroundings() {
        return surroundings;
    }

    /** Returns a file's path as one would type it in the project's folder. */
    final Path relative(Path file) {
        return file.startsWith(surroundings.folder()) ? surroundings.folder().relativize(file) : file;
    }

    @Override
    public final Integer call() {
        Screen screen = new Screen(surroundings.terminal().out(), options.verbosity());
        return run(Application.open(surroundings, options), screen).code();
    }

    /** Does the work. */
    abstract ExitCode run(Application application, Screen screen);
}
