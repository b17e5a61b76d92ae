package io.kuaka.cli;

import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.cli.report.AdoptReport;
import io.kuaka.cli.report.Console;
import io.kuaka.cli.terminal.TerminalQuestioner;
import io.kuaka.command.adopt.Adopt;
import io.kuaka.command.adopt.AdoptedDatabase;
import io.kuaka.command.project.NewMigration;
import io.kuaka.tooling.AnswersFile;
import io.kuaka.tooling.Application;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link Adopt} at the command line. */
@Command(
        name = "adopt",
        description = "Takes over a database whose tables were made without Kuaka: writes the first migrations, and"
                + " records them without running anything.")
final class AdoptCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "APP",
            arity = "0..*",
            description = "The apps to adopt. Default: all that have no migrations.")
    private List<String> apps = List.of();

    @Option(
            names = "--fix",
            description = "Also writes migrations that bring the database to the entities where they differ.")
    private boolean fix;

    @Option(
            names = "--keep",
            description = "Leaves columns, indexes and constraints that no entity has out of the migrations.")
    private boolean keep;

    @Option(
            names = "--keep-scripts",
            description =
                    "Makes the SQL scripts that Flyway or Liquibase has run the first migrations, by which new databases"
                            + " are built as before.")
    private boolean keepScripts;

    @Option(names = "--dry-run", description = "Writes and records nothing; with --verbosity 3 prints the files.")
    private boolean dryRun;

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Asks nothing, as if there were no terminal.")
    private boolean noInput;

    @Option(names = "--answers", paramLabel = "FILE", description = "Reads answers to questions from a file.")
    private @Nullable Path answers;

    AdoptCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        console.database(application.settings());
        Adopt command = new Adopt(
                application.placed(),
                application.database(),
                application.models(),
                questioner(),
                feasibility(application),
                application.changeLog(),
                context().clock());
        AdoptReport report = new AdoptReport(console, context().workspace());
        Adopt.Look look = command.look(new Adopt.Options(new TreeSet<>(apps), fix, keep, keepScripts, dryRun));
        report.tables(look);
        AdoptedDatabase database = command.compare(look);
        report.found(look.options(), database);
        Adopt.Prepared prepared = command.prepare(look.options(), database);
        command.run(prepared);
        if (prepared.isAdoptable() && !dryRun) {
            formatFiles(
                    application,
                    prepared.migrations().stream().map(NewMigration::file).toList());
        }
        report.done(prepared);
        return prepared.isAdoptable() ? ExitCode.DONE : ExitCode.ERROR;
    }

    private Questioner questioner() {
        Map<String, String> known =
                answers == null ? Map.of() : new AnswersFile(context().workspace(), answers).read();
        boolean asks = context().terminal().interactive() && !noInput;
        return asks ? new TerminalQuestioner(context().terminal(), known) : new AnswersQuestioner(known);
    }

    @Override
    String findings() {
        return "The database differs from the entities, so nothing was written; the differences are listed above.";
    }
}
