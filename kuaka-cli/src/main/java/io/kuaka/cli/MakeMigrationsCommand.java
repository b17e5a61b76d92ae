package io.kuaka.cli;

import io.kuaka.autodetect.question.Answers;
import io.kuaka.autodetect.question.AnswersQuestioner;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.command.MakeMigrations;
import io.kuaka.command.MergeMigrations;
import io.kuaka.command.UpdateMigrations;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.NewMigration;
import io.kuaka.operation.Operation;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** Prints what {@link MakeMigrations} makes. */
@Command(
        name = "makemigrations",
        description = "Writes migrations for what changed in the models since the last one. Needs no database.")
final class MakeMigrationsCommand extends ProjectCommand {
    @Parameters(paramLabel = "APP", arity = "0..*", description = "The apps to look at; all without any.")
    private List<String> apps = List.of();

    @Option(names = "--dry-run", description = "Writes nothing; with --verbosity 3 the files are printed.")
    private boolean dryRun;

    @Option(names = "--check", description = "Writes nothing and ends with 1 when models have changed.")
    private boolean check;

    @Option(names = "--empty", description = "Makes a migration without operations for each APP, to be filled in.")
    private boolean empty;

    @Option(names = "--merge", description = "Joins the ends of histories that have several.")
    private boolean merge;

    @Option(
            names = "--update",
            description =
                    "Puts the changes into the latest migration, where nothing depends on it and it isn't applied.")
    private boolean update;

    @Option(
            names = {"-n", "--name"},
            paramLabel = "NAME",
            description = "The name of the migration, without its number.")
    private @Nullable String name;

    @Option(
            names = "--concurrently",
            description =
                    "Has indexes of existing tables made without keeping others from writing, in migrations of their own.")
    private boolean concurrently;

    @Option(
            names = {"--no-input", "--noinput"},
            description = "Asks nothing, as if there were no terminal.")
    private boolean noInput;

    @Option(names = "--answers", paramLabel = "FILE", description = "Takes answers to questions from a file.")
    private @Nullable Path answers;

    @Option(
            names = "--write-questions",
            paramLabel = "FILE",
            description = "Writes the open questions to a file, to be filled in for --answers.")
    private @Nullable Path questionsFile;

    MakeMigrationsCommand(CliContext surroundings) {
        super(surroundings);
    }

    @Override
    ExitCode run(Application application, Console screen) {
        if (empty && apps.isEmpty()) {
            throw new UsageException("Name at least one app with --empty.");
        }
        if (Stream.of(empty, merge, update).filter(each -> each).count() > 1) {
            throw new UsageException("Only one of --empty, --merge and --update can be done at once.");
        }
        if (name != null && !name.matches("\\w+")) {
            throw new UsageException("The name \"" + name
                    + "\" can't be part of a class name: use letters, digits and underscores only.");
        }
        try {
            if (merge) {
                return merge(application, screen);
            }
            return update ? update(application, screen) : make(application, screen);
        } catch (OpenQuestionsException e) {
            return openQuestions(e);
        }
    }

    private MakeMigrations makeMigrations(Application application) {
        return new MakeMigrations(
                application.project(),
                application.models(),
                questioner(),
                surroundings().clock());
    }

    private MakeMigrations.Options makeOptions() {
        return new MakeMigrations.Options(new TreeSet<>(apps), dryRun, check, empty, name, concurrently);
    }

    private ExitCode update(Application application, Console screen) {
        Optional<ConnectionSource> database = application.settings().database().map(each -> application.database());
        if (database.isEmpty()) {
            screen.line(
                    "No database is configured, so that nobody can tell whether the latest migrations are applied.");
        }
        List<UpdateMigrations.Updated> updated = new UpdateMigrations(
                        application.project(),
                        makeMigrations(application),
                        database,
                        surroundings().clock())
                .run(makeOptions());
        print(
                new MakeMigrations.Result(
                        updated.stream()
                                .map(UpdateMigrations.Updated::migration)
                                .toList(),
                        List.of()),
                screen);
        if (!dryRun && !check) {
            updated.forEach(each -> screen.line("Deleted " + surroundings().relative(each.former())));
        }
        return check && !updated.isEmpty() ? ExitCode.ERROR : ExitCode.DONE;
    }

    private ExitCode make(Application application, Console screen) {
        MakeMigrations.Result result = makeMigrations(application).run(makeOptions());
        print(result, screen);
        return check && !result.nothingChanged() ? ExitCode.ERROR : ExitCode.DONE;
    }

    private ExitCode merge(Application application, Console screen) {
        MergeMigrations command =
                new MergeMigrations(application.project(), surroundings().clock());
        List<MergeMigrations.Conflict> conflicts = command.conflicts(new TreeSet<>(apps));
        MergeReport report = new MergeReport(screen, surroundings());
        report.conflicts(conflicts);
        boolean writesNothing = dryRun || check;
        report.merged(
                command.run(
                        conflicts, questioner(), new MergeMigrations.Options(new TreeSet<>(apps), writesNothing, name)),
                writesNothing);
        return check && !conflicts.isEmpty() ? ExitCode.ERROR : ExitCode.DONE;
    }

    private Questioner questioner() {
        Map<String, String> known = answers == null ? Map.of() : Answers.parse(read(folder(answers)));
        boolean asks = surroundings().terminal().interactive() && !noInput && !check && questionsFile == null;
        return asks ? new TerminalQuestioner(surroundings().terminal(), known) : new AnswersQuestioner(known);
    }

    private ExitCode openQuestions(OpenQuestionsException e) {
        if (questionsFile == null) {
            throw e;
        }
        Path file = folder(questionsFile);
        try {
            Files.writeString(file, Answers.write(e.questions()), StandardOpenOption.CREATE_NEW);
        } catch (FileAlreadyExistsException exists) {
            throw new UsageException("The file " + questionsFile
                    + " exists already and may hold answers. Name another one, or remove it.");
        } catch (IOException failure) {
            throw new UncheckedIOException("Can't write " + questionsFile + ": " + failure.getMessage(), failure);
        }
        surroundings()
                .terminal()
                .err()
                .println("Wrote the open questions (" + e.questions().size() + ") to " + questionsFile
                        + ". Fill in the answers and run again with --answers " + questionsFile + ".");
        return ExitCode.QUESTION;
    }

    private void print(MakeMigrations.Result result, Console screen) {
        if (result.nothingChanged()) {
            screen.line("No changes detected" + inApps());
        }
        if (!result.openQuestions().isEmpty()) {
            screen.line("The models have changes that no migration has yet. Open questions about them:");
            result.openQuestions().stream().map(OpenQuestion::text).forEach(text -> screen.line("  " + text));
        }
        String app = "";
        for (NewMigration made : result.migrations()) {
            if (!made.migration().key().app().equals(app)) {
                app = made.migration().key().app();
                screen.line("Migrations for '" + app + "':");
            }
            print(made, screen);
        }
    }

    private void print(NewMigration made, Console screen) {
        screen.line("  " + surroundings().relative(made.file()));
        List<Operation> operations = made.migration().operations().get();
        for (int i = 0; i < operations.size(); i++) {
            Operation operation = operations.get(i);
            screen.line("    " + operation.category().sign() + " " + operation.describe());
            made.losses().get(i).forEach(loss -> screen.line("      ! " + loss));
        }
        if (dryRun) {
            screen.wholeFile("migrations", made);
        }
    }

    private String inApps() {
        if (apps.isEmpty()) {
            return "";
        }
        String quoted = new TreeSet<>(apps).stream().map(app -> "'" + app + "'").collect(Collectors.joining(", "));
        return (apps.size() == 1 ? " in app " : " in apps ") + quoted;
    }

    private Path folder(Path file) {
        return surroundings().folder().resolve(file);
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (NoSuchFileException e) {
            throw new UsageException("There is no file " + file + " with answers.");
        } catch (IOException e) {
            throw new UsageException("Can't read the answers in " + file + ": " + e.getMessage() + ".");
        }
    }
}
