package io.kuaka.cli;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.Database;
import io.kuaka.command.squash.FinishSquash;
import io.kuaka.command.squash.SquashMigrations;
import io.kuaka.command.squash.SquashPreflight;
import io.kuaka.command.squash.VerifySquash;
import io.kuaka.graph.squash.Squash;
import io.kuaka.migration.MigrationKey;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what {@link SquashMigrations}, {@link VerifySquash}, {@link SquashPreflight} and {@link FinishSquash} do. */
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

    SquashMigrationsCommand(CliContext surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Application application, Console screen) {
        if (finish && preflight) {
            throw new UsageException("Either --preflight or --finish, not both.");
        }
        if (finish) {
            return finish(application, screen);
        }
        if (names.isEmpty()) {
            throw new UsageException("Name the last migration to squash: squashmigrations " + app + " NAME.");
        }
        if (squashedName != null && !squashedName.matches("\\w+")) {
            throw new UsageException("The name \"" + squashedName
                    + "\" can't be part of a class name: use letters, digits and underscores only.");
        }
        String start = names.size() == 1 ? null : names.get(0);
        SquashMigrations.Options options = new SquashMigrations.Options(
                app, start, names.get(names.size() - 1), squashedName, !noOptimize, !noHeader);
        return preflight ? preflight(application, options, screen) : squash(application, options, screen);
    }

    private ExitCode squash(Application application, SquashMigrations.Options options, Console screen) {
        SquashMigrations command = new SquashMigrations(application.project());
        SquashMigrations.Prepared prepared = command.prepare(options);
        screen.line("Will squash the following migrations:");
        prepared.squash().members().forEach(key -> screen.line(" - " + key.name()));
        if (!dryRun && asks() && !agreed()) {
            return ExitCode.DONE;
        }
        printSquash(prepared.squash(), screen);
        verify(prepared.squash(), application, screen);
        if (!dryRun) {
            command.write(prepared);
        }
        prepared.files().forEach(made -> {
            screen.line((dryRun ? "Would create squashed migration " : "Created new squashed migration ")
                    + relative(made.file()));
            if (dryRun && screen.verbosity() >= Options.EVERYTHING) {
                screen.line(made.source());
            }
        });
        if (!dryRun) {
            screen.line(
                    "  Commit this migration and leave the old ones in place: databases that have some of them go on");
            screen.line(
                    "  with them, new databases use the new one. Once every database has it in its history, remove");
            screen.line("  the old ones with 'kuaka squashmigrations --finish " + app + "'.");
        }
        return ExitCode.DONE;
    }

    private void printSquash(Squash squash, Console screen) {
        screen.line(noOptimize ? "(Skipping optimization.)" : "Optimizing...");
        for (Squash.Part part : squash.parts()) {
            String indent = "  ";
            if (squash.parts().size() > 1) {
                screen.line("  " + part.migration().key().name() + ":");
                indent = "    ";
            }
            printOperations(part, indent, screen);
        }
        if (squash.parts().size() > 1 || !squash.unchanged().isEmpty()) {
            screen.line("Migrations of other apps have to run in between, so not all of it can be one migration.");
        }
        if (!squash.unchanged().isEmpty()) {
            screen.line("  Left as they are: " + names(squash.unchanged()));
        }
        if (!squash.overtaken().isEmpty()) {
            screen.line("New databases get these after all of it, so look whether their SQL and Java still work then:");
            screen.line("  " + names(squash.overtaken()));
        }
    }

    private void printOperations(Squash.Part part, String indent, Console screen) {
        int before = part.operationsBefore();
        int after = part.operationsAfter();
        if (!noOptimize) {
            screen.line(indent
                    + (before == after
                            ? "No optimizations possible."
                            : "Optimized from " + before + " operations to " + after + " operations."));
        }
        part.leftOut().forEach(place -> screen.line(indent + "Left out, being elidable: " + place));
        part.barriers().forEach(place -> screen.line(indent + "Nothing is joined across " + place));
        if (!part.migration().atomic()) {
            screen.line(indent + "Isn't one transaction, since a part of it must not be.");
        }
    }

    private void verify(Squash squash, Application application, Console screen) {
        String url = verifyUrl == null
                ? null
                : application
                        .settings()
                        .with("verify-url", verifyUrl)
                        .get("verify-url")
                        .orElse(verifyUrl);
        if (!verify && url == null) {
            return;
        }
        screen.line("Verifying...");
        String preferred = application
                .settings()
                .database()
                .map(database -> database.dialect().name())
                .orElse("");
        VerifySquash command = url == null
                ? VerifySquash.inMemory(preferred)
                : VerifySquash.at(() -> new Database(url, null, null).connect());
        VerifySquash.Result result = command.run(squash);
        screen.line("  The same " + counted(result.tables(), "table") + " both ways, on " + result.database() + ".");
    }

    private ExitCode preflight(Application application, SquashMigrations.Options options, Console screen) {
        application.mentionDatabase(screen);
        Map<String, ConnectionSource> databases = new LinkedHashMap<>();
        databases.put("this database", application.database());
        databases.putAll(application.environments());
        SquashPreflight.Result result = new SquashPreflight(application.project(), databases).run(options);
        screen.line("Would squash the following migrations:");
        result.squash().members().forEach(key -> screen.line(" - " + key.name()));
        printSquash(result.squash(), screen);
        result.environments().forEach(environment -> screen.line(progress(environment, result.squash())));
        if (result.concerns().isEmpty()) {
            screen.line("Nothing speaks against it here.");
            return ExitCode.DONE;
        }
        screen.result("What speaks against it:");
        result.concerns().forEach(concern -> screen.result(" - " + concern));
        return ExitCode.ERROR;
    }

    private static String progress(SquashPreflight.Environment environment, Squash squash) {
        String name = environment.name();
        int all = squash.members().size();
        return name.substring(0, 1).toUpperCase(Locale.ROOT)
                + name.substring(1)
                + switch (environment.progress()) {
                    case NONE -> " has none of them: it would use the squash.";
                    case ALL -> " has all of them: the next migrate would record the squash.";
                    case SOME ->
                        " has " + (all - environment.missing().size()) + " of the " + all
                                + ": it would go on with the old ones.";
                };
    }

    private ExitCode finish(Application application, Console screen) {
        if (names.size() > 1) {
            throw new UsageException("With --finish name one squash, or none for all of the app.");
        }
        FinishSquash command =
                new FinishSquash(application.project(), application.database(), application.environments());
        FinishSquash.Prepared prepared =
                command.prepare(new FinishSquash.Options(app, names.isEmpty() ? null : names.get(0)));
        screen.line("Will finish " + names(prepared.squashes()) + ":");
        prepared.removed()
                .forEach(key -> screen.line(" - " + key.name()
                        + (prepared.retired().contains(key)
                                ? " stays as a class for its code (@Retired), but is no migration any more"
                                : " is removed")));
        prepared.edited().keySet().forEach(file -> screen.line(" - " + relative(file) + " is changed"));
        prepared.toRecord().forEach(key -> screen.line(" - the history of this database is to name " + key));
        screen.line("Other databases must have run 'kuaka migrate' with the squash before they get this.");
        if (dryRun) {
            return ExitCode.DONE;
        }
        if (!noInput && !asks()) {
            throw new UnconfirmedException("Files would be removed, and nobody is here to agree. Add --noinput.");
        }
        if (asks() && !agreed()) {
            return ExitCode.DONE;
        }
        command.run(prepared);
        screen.line(
                "Finished. Compile, look at the changes and commit them. Histories keep the rows of what is removed;");
        screen.line("'kuaka migrate " + app + " --prune' takes them out, once no older release runs.");
        return ExitCode.DONE;
    }

    private boolean asks() {
        return surroundings().terminal().interactive() && !noInput;
    }

    /** Anything but yes is no. */
    private boolean agreed() {
        String answer = surroundings()
                .terminal()
                .ask("Do you wish to proceed? [y/N] ")
                .orElse("")
                .toLowerCase(Locale.ROOT);
        return answer.startsWith("y");
    }

    private static String names(Collection<MigrationKey> keys) {
        return keys.stream().map(MigrationKey::toString).collect(Collectors.joining(", "));
    }

    private static String counted(int number, String word) {
        return number + " " + word + (number == 1 ? "" : "s");
    }
}
