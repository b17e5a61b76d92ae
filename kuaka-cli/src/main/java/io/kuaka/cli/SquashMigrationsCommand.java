package io.kuaka.cli;

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
        description = "Writes one migration that stands for several. Needs no database; --preflight and --finish do.")
final class SquashMigrationsCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", description = "The app.")
    private String app = "";

    @Parameters(
            index = "1..*",
            paramLabel = "NAME",
            arity = "0..2",
            description =
                    "The first and the last migration, or the starts of their names; one alone is the last, and the"
                            + " app's first is the first. With --finish: the squash, or all without any.")
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
            description = "The name of the squash, without its number; the names of its ends without this.")
    private @Nullable String squashedName;

    @Option(names = "--no-header", description = "Writes no comment that says what the file is.")
    private boolean noHeader;

    @Option(names = "--dry-run", description = "Changes nothing; with --verbosity 3 the files are printed.")
    private boolean dryRun;

    @Option(
            names = "--verify",
            description = "Builds the tables both ways in a database in memory first, and compares them.")
    private boolean verify;

    @Option(
            names = "--verify-url",
            paramLabel = "URL",
            description = "Does so in this database, which has to be empty and is so again afterwards.")
    private @Nullable String verifyUrl;

    @Option(
            names = "--preflight",
            description = "Says what a squash would bring and what speaks against it; ends with 1 if anything does.")
    private boolean preflight;

    @Option(
            names = "--finish",
            description =
                    "Removes what the squash stands for, once the database has it all, and names the squash instead.")
    private boolean finish;

    SquashMigrationsCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        if (finish && preflight) {
            throw new UsageException("Either --preflight or --finish, not both.");
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
            report.created(command.run(prepared), app);
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
            throw new UsageException("With --finish name one squash, or none for all of the app.");
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
            throw new UnconfirmedException("Files would be removed, and nobody is here to agree. Add --noinput.");
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
}
