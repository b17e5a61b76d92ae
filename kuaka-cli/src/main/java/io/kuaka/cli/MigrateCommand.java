package io.kuaka.cli;

import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.Migrate;
import io.kuaka.command.PlannedOperation;
import io.kuaka.command.squash.PruneHistory;
import io.kuaka.executor.MigrationListener;
import io.kuaka.graph.PlanStep;
import io.kuaka.migration.MigrationKey;
import java.time.Duration;
import java.util.Collection;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what {@link Migrate} does. */
@Command(name = "migrate", description = "Applies migrations to the database, or takes them back.")
final class MigrateCommand extends ProjectCommand {
    @Parameters(index = "0", paramLabel = "APP", arity = "0..1", description = "The app to migrate; all without one.")
    private @Nullable String app;

    @Parameters(
            index = "1",
            paramLabel = "NAME",
            arity = "0..1",
            description = "The migration to go to, or the start of its name; zero takes all of the app back.")
    private @Nullable String name;

    @Option(names = "--plan", description = "Says what would be done, and does nothing.")
    private boolean plan;

    @Option(names = "--fake", description = "Changes the history only; nothing is run.")
    private boolean fake;

    @Option(
            names = "--prune",
            description = "Takes out of the history what the APP doesn't have any more, and does nothing else.")
    private boolean prune;

    MigrateCommand(CliContext surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Application application, Console screen) {
        application.mentionDatabase(screen);
        if (prune) {
            return prune(application, screen);
        }
        Migrate command = new Migrate(application.project(), application.database());
        Migrate.Prepared prepared = command.prepare(new Migrate.Options(app, name, fake));
        if (plan) {
            printPlan(prepared, screen);
            return ExitCode.DONE;
        }
        screen.line("Operations to perform:");
        screen.line("  " + target(prepared));
        screen.line("Running migrations:");
        if (prepared.plan().isEmpty()) {
            screen.line("  No migrations to apply.");
        }
        command.run(prepared, new Progress(screen));
        if (prepared.plan().isEmpty() && screen.verbosity() >= Options.NORMAL) {
            mentionChanges(application, screen);
        }
        return ExitCode.DONE;
    }

    private ExitCode prune(Application application, Console screen) {
        if (app == null || name != null || fake || plan) {
            throw new UsageException("Name one app with --prune, and nothing else.");
        }
        application.mentionDatabase(screen);
        List<MigrationKey> pruned = new PruneHistory(application.project(), application.database()).run(app);
        screen.line("Pruning migrations:");
        if (pruned.isEmpty()) {
            screen.line("  No migrations to prune.");
        }
        pruned.forEach(key -> screen.line("  Pruning " + key + " OK"));
        return ExitCode.DONE;
    }

    private String target(Migrate.Prepared prepared) {
        if (app == null) {
            return "Apply all migrations: "
                    + (prepared.apps().isEmpty() ? "(none)" : String.join(", ", prepared.apps()));
        }
        if (name == null) {
            return "Apply all migrations: " + app;
        }
        MigrationKey target = prepared.target();
        return target == null
                ? "Unapply all migrations: " + app
                : "Target specific migration: " + target.name() + ", from " + target.app();
    }

    private void printPlan(Migrate.Prepared prepared, Console screen) {
        screen.result("Planned operations:");
        if (prepared.plan().isEmpty()) {
            screen.result("  No planned migration operations.");
        }
        List<List<PlannedOperation>> operations = prepared.operations();
        for (int i = 0; i < operations.size(); i++) {
            screen.result(prepared.steps().get(i).key().toString());
            operations.get(i).forEach(operation -> print(operation, screen));
        }
    }

    private static void print(PlannedOperation operation, Console screen) {
        String detail = operation.isPossible() ? operation.detail() : "IRREVERSIBLE";
        screen.result("    " + operation.text() + (detail.isEmpty() ? "" : " -> " + detail));
        operation.losses().forEach(loss -> screen.result("      ! " + loss));
    }

    /** Models that no migration knows yet are the usual reason for being surprised that there is nothing to apply. */
    private void mentionChanges(Application application, Console screen) {
        Set<String> changed = new MakeMigrations(
                        application.project(),
                        application.models(),
                        AnswersQuestioner.withoutAnswers(),
                        surroundings().clock())
                .changedApps();
        if (!changed.isEmpty()) {
            screen.line("  Your models in " + quoted(changed) + " have changes that no migration has yet, so they"
                    + " aren't applied.");
            screen.line("  Run 'kuaka makemigrations', and then 'kuaka migrate' again.");
        }
    }

    private static String quoted(Collection<String> apps) {
        return (apps.size() == 1 ? "app " : "apps ")
                + apps.stream().map(each -> "'" + each + "'").collect(Collectors.joining(", "));
    }

    /** Prints each migration while it runs. */
    private record Progress(Console screen) implements MigrationListener {
        @Override
        public void started(PlanStep step) {
            String verb =
                    switch (step.direction()) {
                        case FORWARD -> "Applying ";
                        case BACKWARD -> "Unapplying ";
                    };
            screen.start("  " + verb + step.key() + "...");
        }

        @Override
        public void resumed(PlanStep step, int done, int all) {
            screen.start(" going on behind statement " + done + " of " + all + "...");
        }

        @Override
        public void finished(PlanStep step, Duration duration, boolean faked) {
            String time = screen.verbosity() >= Options.MORE && !faked
                    ? String.format(Locale.ROOT, " (%.3fs)", duration.toNanos() / 1e9)
                    : "";
            screen.line((faked ? " FAKED" : " OK") + time);
        }

        @Override
        public void unsupported(PlanStep step, String what) {
            screen.line("    Left out, as this database can't have it: " + what);
        }

        @Override
        public void failed(PlanStep step) {
            screen.line(" FAILED");
        }
    }
}
