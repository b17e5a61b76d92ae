package io.kuaka.command;

import io.kuaka.autodetect.DetectedChanges;
import io.kuaka.autodetect.arrange.MigrationNames;
import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.question.OpenQuestion;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.MigrationFiles;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Compares the models with the state after all migrations, and writes migrations for the difference.
 *
 * <p>Needs no database. Files are only added, never overwritten, and none is written if its SQL can't be made.
 */
public final class MakeMigrations {
    /**
     * The options.
     *
     * @param apps the apps to make migrations for; empty for all
     * @param dryRun whether to write nothing
     * @param check whether only to find out if there are changes
     * @param empty whether to make a migration without operations for each of the apps
     * @param java whether to write methods for Java code into the empty migrations
     * @param name the name of the migrations, without number; null for one made from the operations
     * @param concurrently whether to create and drop indexes of existing tables without blocking writes
     */
    public record Options(
            SortedSet<String> apps,
            boolean dryRun,
            boolean check,
            boolean empty,
            boolean java,
            @Nullable String name,
            boolean concurrently) {
        public Options {
            InvalidNameException.requireValid(name);
        }

        /** Returns options for all apps. */
        public static Options all() {
            return new Options(new TreeSet<>(), false, false, false, false, null, false);
        }
    }

    /**
     * The migrations that were made.
     *
     * @param openQuestions the questions because of which a check can't say which migrations there would be
     * @param ineffectiveHints the former names that the code states in vain
     */
    public record Result(
            List<NewMigration> migrations, List<OpenQuestion> openQuestions, List<IneffectiveHint> ineffectiveHints) {
        public Result {
            migrations = List.copyOf(migrations);
            openQuestions = List.copyOf(openQuestions);
            ineffectiveHints = List.copyOf(ineffectiveHints);
        }

        /** Returns whether models and migrations agree. */
        public boolean nothingChanged() {
            return migrations.isEmpty() && openQuestions.isEmpty();
        }
    }

    private final Project project;
    private final ModelChanges changes;
    private final FeasibilityCheck feasibility;
    private final Clock clock;

    /**
     * Makes the command for an application.
     *
     * @param feasibility checks that the migrations can run
     */
    public MakeMigrations(
            Project project, ModelReader reader, Questioner questioner, FeasibilityCheck feasibility, Clock clock) {
        this.project = project;
        this.changes = new ModelChanges(project, reader, questioner, clock);
        this.feasibility = feasibility;
        this.clock = clock;
    }

    /**
     * Makes the migrations.
     *
     * @throws UnknownAppException when there is no such app
     * @throws io.kuaka.graph.ConflictingMigrationsException if an app has several leaf migrations
     * @throws OpenQuestionsException if there is a question and nobody to answer it
     * @throws io.kuaka.command.project.InfeasibleMigrationException if no database of the project can make a change
     */
    public Result run(Options options) {
        MigrationGraph graph = changes.graph(options.apps());
        ProjectState before = graph.states().atEnd();
        DetectedChanges detected;
        try {
            detected = options.empty() ? empty(graph, options) : missing(graph, options);
        } catch (OpenQuestionsException e) {
            if (options.check()) {
                return new Result(List.of(), e.questions(), List.of());
            }
            throw e;
        }
        MigrationFiles files = new MigrationFiles(project, feasibility);
        List<NewMigration> made = options.empty() && options.java()
                ? files.forCode(detected.migrations())
                : files.of(detected.migrations(), before);
        if (!options.dryRun() && !options.check()) {
            SourceFiles.create(made);
        }
        return new Result(made, List.of(), detected.ineffectiveHints());
    }

    private DetectedChanges missing(MigrationGraph graph, Options options) {
        return changes.detect(graph, options.apps(), options.name(), options.concurrently());
    }

    private DetectedChanges empty(MigrationGraph graph, Options options) {
        Map<String, MigrationKey> leaves = leaves(graph);
        SortedMap<String, List<MigrationNode>> migrations = new TreeMap<>();
        for (String app : options.apps()) {
            Optional<MigrationKey> leaf = Optional.ofNullable(leaves.get(app));
            long number =
                    leaf.map(key -> MigrationNames.number(key.name()).orElse(0)).orElse(0L) + 1;
            String name = Optional.ofNullable(options.name())
                    .orElseGet(() -> MigrationNames.suggest(List.of(), leaf.isEmpty(), clock));
            MigrationKey key = new MigrationKey(app, MigrationNames.numbered(number, name));
            migrations.put(app, List.of(MigrationNode.of(key, leaf.stream().toList(), List.of())));
        }
        return new DetectedChanges(migrations, List.of());
    }

    private static Map<String, MigrationKey> leaves(MigrationGraph graph) {
        return graph.leaves().stream()
                .collect(Collectors.toMap(MigrationKey::app, key -> key, (a, b) -> a, TreeMap::new));
    }
}
