package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.Verbosity;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.schema.Dialect;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.Settings;
import java.nio.file.Path;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.concurrent.Callable;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import picocli.CommandLine.Mixin;

/** A command on the project in the current folder. */
abstract class ProjectCommand implements Callable<Integer> {
    private final CliContext context;

    @Mixin
    private final CommonOptions options = new CommonOptions();

    ProjectCommand(CliContext context) {
        this.context = context;
    }

    final CommonOptions options() {
        return options;
    }

    final CliContext context() {
        return context;
    }

    @Override
    public final Integer call() {
        try {
            return run().code();
        } catch (Error e) {
            // Code of the application may throw anything, and picocli handles exceptions only.
            return new ErrorPrinter(context.terminal()).print(e, options.verbosity());
        }
    }

    private ExitCode run() {
        Terminal terminal = context.terminal();
        Console console = new Console(terminal.out(), options.verbosity(), terminal.spelling());
        return run(() -> options.applyTo(Application.open(options.applyTo(context.workspace())), terminal), console);
    }

    /** Opens the application and runs the command. */
    ExitCode run(Supplier<Application> opening, Console console) {
        Application application = opening.get();
        boolean isEmpty = application.project().labels().isEmpty();
        if (isEmpty && context.oneOfMany()) {
            console.line("There are no entities or migrations in this module.");
            return ExitCode.DONE;
        }
        if (isEmpty && console.prints(Verbosity.NORMAL)) {
            context.terminal()
                    .complain("No entities or migrations were found. In a multi-module project, run this command in the"
                            + " module that has them.");
        }
        ExitCode code = run(application, console);
        application.keepFindings();
        return code;
    }

    /** Runs the project's format command on files that were written. */
    static void formatFiles(Application application, List<Path> files) {
        if (!files.isEmpty()) {
            application.formatCommand().ifPresent(command -> command.run(files));
        }
    }

    /** Returns the check that new migrations can run on one of the configured databases or, without one, on any. */
    static FeasibilityCheck feasibility(Application application) {
        Settings settings = application.settings();
        Set<Dialect> configured = settings.aliases().stream()
                .flatMap(alias -> settings.at(alias).dialect().stream())
                .collect(Collectors.toCollection(LinkedHashSet::new));
        return FeasibilityCheck.on(configured)
                .withHistoryIn(application.database().ownNames());
    }

    /**
     * Returns what it means that the command ends with {@link ExitCode#ERROR} although nothing went wrong, for those who see
     * little more than how it ended.
     */
    String findings() {
        return "Something was found, which is listed above.";
    }

    /** Runs the command. */
    abstract ExitCode run(Application application, Console console);
}
