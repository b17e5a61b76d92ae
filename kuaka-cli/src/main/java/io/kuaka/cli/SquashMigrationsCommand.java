package io.kuaka.cli;

import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.FinishReport;
import io.kuaka.cli.report.SquashReport;
import io.kuaka.cli.terminal.Confirmation;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.squash.FinishSquash;
import io.kuaka.command.squash.SquashMigrations;
import io.kuaka.command.squash.SquashPreflight;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.tooling.Application;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link SquashMigrations}, {@link VerifySquash}, {@link SquashPreflight} and {@link FinishSquash} at the command line. */
@Command(
        name = "squashmigrations",
        description = "Writes one migration that replaces several. Only --preflight and --finish need a database.")
final class SquashMigrationsCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            arity = "0..2",
            description =
                    "The first and the last migration to squash, or the beginnings of their names. A single name is"
                            + " the last one; the first is then the app's first. With --finish: the squash. Default:"
                            + " all of the app.")
    private List<String> names = List.of();

    @Option(names = "--no-optimize", description = "Keeps all operations as they are.")
    private boolean noOptimize;

    @Option(
            names = {"--noinput", "--no-input"},
            description = "Asks nothing.")
    private boolean noInput;

    @Option(
            names = "--squashed-name",
            paramLabel = "NAME",
            description = "The name of the squash, without its number. Default: START_squashed_END.")
    private @Nullable String squashedName;

    @Option(names = "--no-header", description = "Omits the comment that says what the file is.")
    private boolean noHeader;

    @Option(names = "--dry-run", description = "Writes nothing; with --verbosity 3 prints the files.")
    private boolean dryRun;

    @Option(
            names = "--verify",
            description = "First creates the tables both ways in an in-memory database and compares them.")
    private boolean verify;

    @Option(
            names = "--verify-url",
            paramLabel = "URL",
            description = "Like --verify, but in this database. It must be empty and is emptied again.")
    private @Nullable String verifyUrl;

    @Option(
            names = "--preflight",
            description = "Reports what a squash would achieve, and concerns about it; exits with 1 if there are any.")
    private boolean preflight;

    @Option(
            names = "--finish",
            description =
                    "Removes the replaced migrations once the database has applied them all; other migrations then"
                            + " name the squash.")
    private boolean finish;

    SquashMigrationsCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        if (finish && preflight) {
            throw new UsageException("--preflight and --finish exclude each other.");
        }
        if (finish) {
            return finish(application, console);
        }
        if (names.isEmpty()) {
            throw new UsageException("Name the last migration to squash: squashmigrations " + app + " NAME.");
        }
        String start = names.size() == 1 ? null : names.get(0);
        String end = names.get(names.size() - 1);
        SquashMigrations.Options options =
                new SquashMigrations.Options(app, start, end, squashedName, !noOptimize, !noHeader);
        return preflight ? preflight(application, options, console) : squash(application, options, console);
    }

    private ExitCode squash(Application application, SquashMigrations.Options options, Console console) {
        SquashMigrations command = new SquashMigrations(application.project());
        SquashMigrations.Prepared prepared = command.prepare(options);
        SquashReport report = new SquashReport(console, context().workspace());
        report.members("Will squash", prepared.squash());
        if (!dryRun && confirmation().isPossible() && !confirmation().isGiven()) {
            return ExitCode.DONE;
        }
        report.squash(prepared.squash(), options);
        if (verify || verifyUrl != null) {
            VerifySquash verification = application.verifySquash(verifyUrl);
            console.line("Verifying...");
            report.verified(verification.run(new VerifySquash.Options(prepared.squash())));
        }
        if (dryRun) {
            report.wouldCreate(prepared.files());
        } else {
            SquashMigrations.Result result = command.run(prepared);
            formatFiles(
                    application, result.files().stream().map(NewMigration::file).toList());
            report.created(result, app);
        }
        return ExitCode.DONE;
    }

    private ExitCode preflight(Application application, SquashMigrations.Options options, Console console) {
        console.database(application.settings());
        SquashPreflight.Result result = new SquashPreflight(application.project(), application.databases())
                .run(new SquashPreflight.Options(options));
        SquashReport report = new SquashReport(console, context().workspace());
        report.members("Would squash", result.squash());
        report.squash(result.squash(), options);
        report.preflight(result);
        return result.concerns().isEmpty() ? ExitCode.DONE : ExitCode.ERROR;
    }

    private ExitCode finish(Application application, Console console) {
        if (names.size() > 1) {
            throw new UsageException("--finish takes one squash, or none for all squashes of the app.");
        }
        FinishSquash command =
                new FinishSquash(application.project(), application.database(), application.environments());
        FinishSquash.Prepared prepared =
                command.prepare(new FinishSquash.Options(app, names.isEmpty() ? null : names.get(0)));
        FinishReport report = new FinishReport(console, context().workspace());
        report.prepared(prepared);
        if (dryRun) {
            return ExitCode.DONE;
        }
        if (!confirmation().isPossible() && !noInput) {
            throw new UnconfirmedException(
                    "This deletes files and needs your confirmation. Without a terminal, add --noinput.");
        }
        if (confirmation().isPossible() && !confirmation().isGiven()) {
            return ExitCode.DONE;
        }
        command.run(prepared);
        report.finished(app);
        return ExitCode.DONE;
    }

    private Confirmation confirmation() {
        return new Confirmation(context().terminal(), noInput);
    }

    @Override
    String findings() {
        return "There are concerns about the squash, which are listed above.";
    }
}
