package io.kuaka.cli;

import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.cli.arguments.TenantOptions;
import io.kuaka.cli.report.Console;
import io.kuaka.cli.report.MakeReport;
import io.kuaka.cli.report.MergeReport;
import io.kuaka.cli.report.ShowReport;
import io.kuaka.cli.terminal.AppQuestion;
import io.kuaka.cli.terminal.Terminal;
import io.kuaka.cli.terminal.TerminalQuestioner;
import io.kuaka.command.CheckMigrations;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.MergeMigrations;
import io.kuaka.command.ShowMigrations;
import io.kuaka.command.UpdateMigrations;
import io.kuaka.command.UpdateMigrations.Updated;
import io.kuaka.command.project.Database;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.command.tenant.AdoptTenant;
import io.kuaka.state.ModelKey;
import io.kuaka.tooling.AnswersFile;
import io.kuaka.tooling.Application;
import io.kuaka.tooling.LastReading;
import io.kuaka.tooling.UnresolvedSettingException;
import io.kuaka.tooling.config.MissingImportException;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@link MakeMigrations}, {@link UpdateMigrations} and {@link MergeMigrations} at the command line. */
@Command(
        name = "makemigrations",
        description = "Writes migrations for the changes in the models since the last migration. Needs no database.")
final class MakeMigrationsCommand extends ProjectCommand {
    @Parameters(
            paramLabel = "APP",
            arity = "0..*",
            description = "The apps to write migrations for. Default: all apps.")
    private List<String> apps = List.of();

    @Option(names = "--dry-run", description = "Writes nothing; with --verbosity 3 prints the files.")
    private boolean dryRun;

    @Option(names = "--check", description = "Writes nothing and exits with 1 if models have changed.")
    private boolean check;

    @Option(names = "--empty", description = "Creates a migration without operations for each APP, to fill in by hand.")
    private boolean empty;

    @Option(names = "--java", description = "With --empty: with methods for Java code that changes rows, and back.")
    private boolean java;

    @Option(names = "--merge", description = "Joins conflicting branches with a merge migration.")
    private boolean merge;

    @Option(
            names = "--update",
            description = "Adds the changes to the latest migration, which must not be applied or have dependents.")
    private boolean update;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "The migration's name, without its number.")
    private @Nullable String name;

    @Option(
            names = "--concurrently",
            description = "Creates and drops indexes of existing tables without blocking writes, in separate @NonAtomic"
                    + " migrations.")
    private boolean concurrently;

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Asks nothing, as if there were no terminal.")
    private boolean noInput;

    @Option(names = "--answers", paramLabel = "FILE", description = "Reads answers to questions from a file.")
    private @Nullable Path answers;

    @Option(
            names = "--write-questions",
            paramLabel = "FILE",
            description = "Writes the open questions to a file; fill it in and pass it with --answers.")
    private @Nullable Path questionsFile;

    @Mixin
    private TenantOptions tenants = new TenantOptions();

    MakeMigrationsCommand(CliContext context) {
        super(context);
    }

    @Override
    ExitCode run(Application application, Console console) {
        if (empty && apps.isEmpty()) {
            throw new UsageException("--empty needs at least one app.");
        }
        if (java && !empty) {
            throw new UsageException("--java goes with --empty.");
        }
        if (Stream.of(empty, merge, update, tenants.isWanted())
                        .filter(each -> each)
                        .count()
                > 1) {
            throw new UsageException("--empty, --merge, --update and --adopt-tenant exclude each other.");
        }
        if (tenants.isStray()) {
            throw new UsageException("--tenant and --tenant-id go with --adopt-tenant.");
        }
        if (tenants.isWanted()) {
            return adoptTenant(application, console);
        }
        try {
            if (merge) {
                return merge(application, console);
            }
            return update ? update(application, console) : make(application, console);
        } catch (OpenQuestionsException e) {
            if (!merge) {
                new MakeReport(console, context().workspace(), dryRun)
                        .remarks(LastReading.of(context().workspace()).remarks(true));
            }
            if (questionsFile == null) {
                throw e;
            }
            return write(e.questions(), questionsFile);
        }
    }

    private ExitCode adoptTenant(Application application, Console console) {
        if (!apps.isEmpty() || check || name != null) {
            throw new UsageException("--adopt-tenant names the models, and no APP, --check or --name goes with it.");
        }
        AdoptTenant.Result result =
                new AdoptTenant(application.project(), feasibility(application)).run(tenantOptions());
        new MakeReport(console, context().workspace(), dryRun).migrations(result.migrations());
        if (!dryRun) {
            format(application, result.migrations());
        }
        console.line("Change the entities to match; makemigrations finds nothing left then:");
        result.advice().forEach(line -> console.line("  " + line));
        return ExitCode.DONE;
    }

    private AdoptTenant.Options tenantOptions() {
        String tenant = tenants.tenant();
        if (tenant == null) {
            throw new UsageException("--adopt-tenant needs the model of the tenants, e.g. --tenant=users.Tenant.");
        }
        return new AdoptTenant.Options(
                tenants.models().stream().map(MakeMigrationsCommand::key).toList(),
                key(tenant),
                tenants.field(),
                tenants.idField(),
                tenants.defaultSlug(),
                dryRun);
    }

    private static ModelKey key(String name) {
        if (name.indexOf('.') < 0) {
            throw new UsageException("Name the model with its app, as in users.Tenant, not \"" + name + "\".");
        }
        return ModelKey.parse(name);
    }

    private ExitCode make(Application found, Console console) {
        boolean wholeRun = apps.isEmpty() && !check && !dryRun;
        Application application =
                wholeRun ? new AppQuestion(context().terminal(), console, asks()).settle(found) : found;
        MakeMigrations.Options options =
                new MakeMigrations.Options(new TreeSet<>(apps), dryRun, check, empty, java, name, concurrently);
        MakeMigrations.Result result = result(application, options);
        MakeReport report = new MakeReport(console, context().workspace(), dryRun);
        if (result.nothingChanged()) {
            report.noChanges(options.apps());
        }
        report.openQuestions(result.openQuestions());
        report.migrations(result.migrations());
        report.ineffectiveHints(result.ineffectiveHints());
        if (!empty) {
            reading(result, report);
        }
        if (!check && !dryRun) {
            format(application, result.migrations());
        }
        if (!check) {
            return ExitCode.DONE;
        }
        boolean agrees = historyAgrees(application, options, console);
        boolean isFine = usesNoModels(application, options, console);
        return result.nothingChanged() && agrees && isFine ? ExitCode.DONE : ExitCode.ERROR;
    }

    /** Reads the models, unless nothing has changed since they agreed with the migrations. */
    private MakeMigrations.Result result(Application application, MakeMigrations.Options options) {
        application.project().requireApps(options.apps());
        if (!empty && application.agrees(true)) {
            return new MakeMigrations.Result(List.of(), List.of(), List.of());
        }
        MakeMigrations.Result result = new MakeMigrations(
                        application.project(),
                        application.models(),
                        questioner(),
                        feasibility(application),
                        context().clock())
                .run(options);
        boolean isWhole = !empty && options.apps().isEmpty();
        if (isWhole && result.nothingChanged() && result.ineffectiveHints().isEmpty()) {
            application.keepAgreement(true);
        }
        return result;
    }

    private static boolean usesNoModels(Application application, MakeMigrations.Options options, Console console) {
        List<CheckMigrations.LiveUse> uses = new CheckMigrations(application.project(), application.models())
                .run(new CheckMigrations.Options(options.apps()))
                .liveUses();
        uses.forEach(use -> console.line(use.describe()));
        return uses.isEmpty();
    }

    /** Says what the version of Hibernate has to do with the result. */
    private void reading(MakeMigrations.Result result, MakeReport report) {
        LastReading last = LastReading.of(context().workspace());
        report.remarks(last.remarks(!result.nothingChanged()));
        if (apps.isEmpty() && (result.nothingChanged() || (!check && !dryRun))) {
            last.remember();
        }
    }

    /** Looks, where there is a database, whether migrations were edited that it has. */
    private static boolean historyAgrees(Application application, MakeMigrations.Options options, Console console) {
        try {
            return application.settings().database().isEmpty()
                    || new ShowReport(console)
                            .agreement(new ShowMigrations(application.placed(), application.database())
                                    .run(new ShowMigrations.Options(options.apps())));
        } catch (NoConnectionException | UnresolvedSettingException | MissingImportException e) {
            console.line(e.getMessage() + " So Kuaka can't check whether applied migrations were edited.");
            return true;
        }
    }

    private ExitCode update(Application application, Console console) {
        UpdateMigrations.Options options =
                new UpdateMigrations.Options(new TreeSet<>(apps), dryRun || check, name, concurrently);
        Optional<Database> database = application.settings().database();
        if (database.isEmpty()) {
            console.line("No database is configured, so Kuaka can't check whether the latest migrations are applied.");
        }
        UpdateMigrations.Result result = new UpdateMigrations(
                        application.project(),
                        application.models(),
                        questioner(),
                        database.map(any -> application.database()),
                        application.environments(),
                        feasibility(application),
                        context().clock())
                .run(options);
        List<Updated> updated = result.migrations();
        MakeReport report = new MakeReport(console, context().workspace(), dryRun);
        if (updated.isEmpty()) {
            report.noChanges(options.apps());
        }
        report.migrations(updated.stream().map(Updated::migration).toList());
        report.ineffectiveHints(result.ineffectiveHints());
        result.unasked()
                .forEach(other -> console.line(
                        other.reason() + " So Kuaka can't check whether the latest migrations are applied in the "
                                + other.database() + "."));
        if (!options.dryRun()) {
            format(application, updated.stream().map(Updated::migration).toList());
            report.deleted(updated.stream().map(Updated::former).toList());
        }
        return check && !updated.isEmpty() ? ExitCode.ERROR : ExitCode.DONE;
    }

    private ExitCode merge(Application application, Console console) {
        MergeMigrations command = new MergeMigrations(
                application.project(), questioner(), context().clock());
        MergeReport report = new MergeReport(console, context().workspace());
        MergeMigrations.Prepared prepared =
                command.prepare(new MergeMigrations.Options(new TreeSet<>(apps), dryRun || check, name));
        report.conflicts(prepared.conflicts());
        List<NewMigration> merged = command.run(prepared).migrations();
        if (!check && !dryRun) {
            format(application, merged);
        }
        report.merged(merged, dryRun || check);
        return check && !prepared.conflicts().isEmpty() ? ExitCode.ERROR : ExitCode.DONE;
    }

    private Questioner questioner() {
        Map<String, String> known =
                answers == null ? Map.of() : new AnswersFile(context().workspace(), answers).read();
        Terminal terminal = context().terminal();
        return asks() ? new TerminalQuestioner(terminal, known) : new AnswersQuestioner(known);
    }

    private boolean asks() {
        return context().terminal().interactive() && !noInput && !check && questionsFile == null;
    }

    private static void format(Application application, List<NewMigration> migrations) {
        formatFiles(application, migrations.stream().map(NewMigration::file).toList());
    }

    private ExitCode write(List<OpenQuestion> questions, Path file) {
        new AnswersFile(context().workspace(), file).write(questions);
        context()
                .terminal()
                .complain("Wrote " + questions.size()
                        + (questions.size() == 1 ? " open question to " : " open questions to ") + file
                        + ". Fill in the answers and run again with --answers=" + file + ".");
        return ExitCode.QUESTION;
    }

    @Override
    String findings() {
        return "Models have changes without a migration, or migrations need attention; what was found is listed above.";
    }
}
