package io.kuaka.cli;

import io.kuaka.command.ShowMigrations;
import io.kuaka.command.ShowMigrations.Entry;
import io.kuaka.graph.ConflictingMigrationsException;
import io.kuaka.migration.MigrationKey;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Collectors;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what {@link ShowMigrations} finds. */
@Command(name = "showmigrations", description = "Lists the migrations and says which of them the database has.")
final class ShowMigrationsCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to list; all without any.")
    private List<String> apps = List.of();

    @Option(
            names = {"-l", "--list"},
            description = "Lists the migrations of each app; this is what happens anyway.")
    private boolean list;

    @Option(
            names = {"-p", "--plan"},
            description = "Lists them in the order in which they are applied.")
    private boolean plan;

    ShowMigrationsCommand(CliContext surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Application application, Console screen) {
        if (list && plan) {
            throw new UsageException("Either --list or --plan, not both.");
        }
        application.mentionDatabase(screen);
        ShowMigrations.Result result =
                new ShowMigrations(application.project(), application.database()).run(new TreeSet<>(apps));
        if (plan) {
            printOrder(result, screen);
        } else {
            printApps(result, screen);
        }
        if (!result.conflicts().isEmpty()) {
            surroundings().terminal().err().println(ConflictingMigrationsException.words(result.conflicts()));
        }
        return ExitCode.DONE;
    }

    private static void printApps(ShowMigrations.Result result, Console screen) {
        result.byApp().forEach((app, entries) -> {
            screen.result(app);
            if (entries.isEmpty()) {
                screen.result(" (no migrations)");
            }
            entries.forEach(entry -> screen.result(" " + box(entry) + " " + title(entry) + remark(entry, screen)));
            result.unknown().stream()
                    .filter(key -> key.app().equals(app))
                    .forEach(key -> screen.result(
                            " [?] " + key.name() + " (in the history of the database, but not in the project)"));
        });
    }

    private static void printOrder(ShowMigrations.Result result, Console screen) {
        if (result.order().isEmpty()) {
            screen.result("(no migrations)");
        }
        for (Entry entry : result.order()) {
            String parents =
                    screen.verbosity() >= Options.MORE && !entry.parents().isEmpty()
                            ? " ... ("
                                    + entry.parents().stream()
                                            .map(MigrationKey::toString)
                                            .collect(Collectors.joining(", "))
                                    + ")"
                            : "";
            screen.result(box(entry) + "  " + entry.key() + parents);
        }
    }

    private static String box(Entry entry) {
        return switch (entry.status()) {
            case APPLIED -> "[X]";
            case REPLACES_APPLIED -> "[-]";
            case NOT_APPLIED -> "[ ]";
        };
    }

    private static String title(Entry entry) {
        return entry.key().name() + (entry.replaced() == 0 ? "" : " (" + entry.replaced() + " squashed migrations)");
    }

    private static String remark(Entry entry, Console screen) {
        return switch (entry.status()) {
            case APPLIED ->
                screen.verbosity() >= Options.MORE
                        ? entry.appliedAt()
                                .map(time -> " (applied at " + time + ")")
                                .orElse("")
                        : "";
            case REPLACES_APPLIED -> " Run 'kuaka migrate' to finish recording.";
            case NOT_APPLIED -> "";
        };
    }
}
