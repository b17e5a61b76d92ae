package io.kuaka.cli;

import io.kuaka.base.MigrationException;
import io.kuaka.cli.arguments.DurationConverter;
import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.MigrateReport;
import io.kuaka.cli.report.Verbosity;
import io.kuaka.command.AcceptChanges;
import io.kuaka.command.AcceptedDrift;
import io.kuaka.command.CheckModels;
import io.kuaka.command.Faking;
import io.kuaka.command.Migrate;
import io.kuaka.command.history.Mismatch;
import io.kuaka.command.squash.PruneHistory;
import io.kuaka.migration.MigrationKey;
import io.kuaka.tooling.Application;
import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link Migrate} and {@link PruneHistory} at the command line. */
@Command(name = "migrate", description = "Applies migrations to the database, or reverses them.")
final class MigrateCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", arity = "0..1", description = "The app to migrate. Default: all apps.")
    private @Nullable String app;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            arity = "0..1",
            description =
                    "The migration to migrate to, or the beginning of its name; zero reverses all migrations of the"
                            + " app.")
    private @Nullable String name;

    @Option(names = "--plan", description = "Prints what would be done, and does nothing.")
    private boolean plan;

    @Option(
            names = "--fake",
            description = "Only changes the history, if the database is as if the migrations had been run.")
    private boolean fake;

    @Option(
            names = "--fake-initial",
            description = "Only records initial migrations whose tables are all there and as the migrations make them;"
                    + " runs the others.")
    private boolean fakeInitial;

    @Option(
            names = "--unverified",
            description = "Makes --fake and --fake-initial change the history without comparing the database.")
    private boolean unverified;

    @Option(
            names = "--lock-wait",
            paramLabel = "TIME",
            defaultValue = "10m",
            converter = DurationConverter.class,
            description = "How long to wait for another run on the same database, as in 90s; 0 fails at once.")
    private Duration lockWait = Duration.ZERO;

    @Mixin
    private LimitOptions limits = new LimitOptions();

    @Option(
            names = "--resume-from",
            paramLabel = "N",
            description = "Resumes an interrupted migration from statement N, if only you can tell which.")
    private int resumeFrom;

    @Option(
            names = "--on-unknown",
            paramLabel = "fail|warn|ignore",
            defaultValue = "fail",
            description = "What to do if the database has newer migrations that this project doesn't have.")
    private Migrate.OnUnknown onUnknown = Migrate.OnUnknown.FAIL;

    @Option(
            names = "--prune",
            description = "Deletes migrations from the history that the APP no longer has, and does nothing else.")
    private boolean prune;

    @Option(
            names = "--accept-changes",
            paramLabel = "APP.NAME",
            description = "Records that an applied migration was edited or renamed on purpose, and does nothing else.")
    private List<String> accepted = List.of();

    MigrateCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        console.database(application.settings());
        if (prune) {
            return prune(application, console);
        }
        if (!accepted.isEmpty()) {
            return accept(application, console);
        }
        Migrate command = new Migrate(application.placed(), application.database());
        Migrate.Prepared prepared =
                command.prepare(new Migrate.Options(app, name, faking(application), lockWait, resumeFrom, onUnknown)
                        .with(limits.limits()));
        MigrateReport report = new MigrateReport(console, context().terminal().erases());
        if (plan) {
            report.plan(prepared);
            return ExitCode.DONE;
        }
        report.target(prepared);
        command.run(prepared, report.progress());
        if (prepared.plan().isEmpty() && prepared.unknown().isEmpty() && console.prints(Verbosity.NORMAL)) {
            reportChangedModels(application, report);
        }
        return ExitCode.DONE;
    }

    private Faking faking(Application application) {
        if (fake && fakeInitial) {
            throw new UsageException("--fake and --fake-initial exclude each other.");
        }
        if (unverified && !fake && !fakeInitial) {
            throw new UsageException("--unverified needs --fake or --fake-initial.");
        }
        Faking faking = fake ? Faking.all() : fakeInitial ? Faking.initial() : Faking.none();
        List<AcceptedDrift> rules = faking.equals(Faking.none())
                ? List.of()
                : application.acceptedDrift().stream()
                        .filter(rule -> !rule.isExpired(LocalDate.now(context().clock())))
                        .toList();
        return (unverified ? faking.unverified() : faking).accepting(rules);
    }

    /** Models with changes without a migration are the usual reason why there is unexpectedly nothing to apply. */
    private static void reportChangedModels(Application application, MigrateReport report) {
        if (application.agrees(false)) {
            return;
        }
        try {
            CheckModels.Result result =
                    new CheckModels(application.project(), application.models()).run(CheckModels.Options.all());
            report.changedModels(result.changedApps());
            if (result.nothingChanged()) {
                application.keepAgreement(false);
            }
        } catch (MigrationException e) {
            report.unreadableModels(e);
        }
    }

    private ExitCode accept(Application application, Console console) {
        if (app != null || fake || fakeInitial || plan) {
            throw new UsageException("--accept-changes names the migrations, and no other argument goes with it.");
        }
        List<Mismatch> changes = new AcceptChanges(application.placed(), application.database())
                .run(new AcceptChanges.Options(accepted))
                .accepted();
        console.line("Accepting changes:");
        changes.forEach(each -> console.line("  Recording " + each.migration() + " OK"));
        return ExitCode.DONE;
    }

    private ExitCode prune(Application application, Console console) {
        if (app == null || name != null || fake || fakeInitial || plan || !accepted.isEmpty()) {
            throw new UsageException("--prune needs exactly one app and no other argument.");
        }
        List<MigrationKey> pruned = new PruneHistory(application.placed(), application.database())
                .run(new PruneHistory.Options(app))
                .pruned();
        console.line("Pruning migrations:");
        if (pruned.isEmpty()) {
            console.line("  No migrations to prune.");
        }
        pruned.forEach(key -> console.line("  Pruning " + key + " OK"));
        return ExitCode.DONE;
    }
}
