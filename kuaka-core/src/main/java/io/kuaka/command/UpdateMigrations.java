package io.kuaka.command;

import io.kuaka.autodetect.DetectedChanges;
import io.kuaka.autodetect.arrange.MigrationNames;
import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.base.MigrationException;
import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.History;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.impact.DataLossReader;
import io.kuaka.impact.OperationLosses;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.operation.Operation;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import io.kuaka.writer.MigrationText;
import io.kuaka.writer.OperationRewrite;
import io.kuaka.writer.UnrewritableFileException;
import java.nio.file.Path;
import java.time.Clock;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Adds changes of the models to the latest migration of each app, if no database has applied it and nothing depends on
 * it. What the author wrote into the file stays.
 */
public final class UpdateMigrations {
    private static final String UPDATED = "_updated";
    private static final Pattern NUMBER = Pattern.compile("\\d+");

    /**
     * The options.
     *
     * @param apps the apps to check; empty for all
     * @param dryRun whether to write nothing
     * @param name the new name of the migrations, without number; null for one made from the operations
     * @param concurrently whether to create and drop indexes of existing tables without blocking writes
     */
    public record Options(
            SortedSet<String> apps,
            boolean dryRun,
            @Nullable String name,
            boolean concurrently) {
        public Options {
            InvalidNameException.requireValid(name);
        }
    }

    /**
     * What was updated.
     *
     * @param migrations one for each app that has changes
     * @param ineffectiveHints the former names that the code states in vain
     * @param unasked the other databases that couldn't be asked what is applied
     */
    public record Result(List<Updated> migrations, List<IneffectiveHint> ineffectiveHints, List<Unasked> unasked) {
        public Result {
            migrations = List.copyOf(migrations);
            unasked = List.copyOf(unasked);
            ineffectiveHints = List.copyOf(ineffectiveHints);
        }
    }

    /**
     * A database that couldn't be asked.
     *
     * @param database its name
     * @param reason why, as a sentence
     */
    public record Unasked(String database, String reason) {}

    /**
     * A migration that replaces another one.
     *
     * @param former the file that is deleted
     */
    public record Updated(NewMigration migration, Path former) {}

    /** The latest migration of an app, the changes, and both combined. */
    private record Fold(MigrationNode leaf, List<MigrationNode> found, List<Operation> operations, MigrationKey name) {
        MigrationNode updated(Map<MigrationKey, MigrationKey> names) {
            Set<MigrationKey> dependencies = new TreeSet<>(leaf.dependencies());
            found.stream()
                    .flatMap(node -> node.dependencies().stream())
                    .filter(key -> !key.app().equals(name.app()))
                    .forEach(key -> dependencies.add(names.getOrDefault(key, key)));
            return leaf.withKey(name, dependencies).withOperations(operations);
        }
    }

    private final Project project;
    private final ModelChanges changes;
    private final Optional<? extends ConnectionSource> database;
    private final Map<String, ConnectionSource> others;
    private final FeasibilityCheck feasibility;
    private final Clock clock;

    /**
     * Makes the command for an application.
     *
     * @param database the database that knows what is applied; empty if there is none to ask
     * @param others the other databases of the application that may have the migrations, by name
     * @param feasibility checks that the migrations can run
     */
    public UpdateMigrations(
            Project project,
            ModelReader reader,
            Questioner questioner,
            Optional<? extends ConnectionSource> database,
            Map<String, ConnectionSource> others,
            FeasibilityCheck feasibility,
            Clock clock) {
        this.project = project;
        this.changes = new ModelChanges(project, reader, questioner, clock);
        this.database = database;
        this.others = others;
        this.feasibility = feasibility;
        this.clock = clock;
    }

    /**
     * Updates the latest migrations.
     *
     * @throws UnsuitableUpdateException if one of them can't be updated
     * @throws UnrewritableFileException if something that its author wrote would be lost
     */
    public Result run(Options options) {
        MigrationGraph graph = changes.graph(options.apps());
        DetectedChanges detected = changes.detect(graph, options.apps(), options.name(), options.concurrently());
        List<Fold> folds = folds(graph, detected, options);
        List<Unasked> unasked = requireInNone(folds);
        Map<MigrationKey, MigrationKey> names = new HashMap<>();
        for (Fold fold : folds) {
            names.put(fold.leaf().key(), fold.name());
            fold.found().forEach(node -> names.put(node.key(), fold.name()));
        }
        MigrationGraph after = replaced(folds, names);
        List<Updated> updated = folds.stream()
                .map(fold -> rewritten(fold.leaf(), fold.updated(names), graph, after))
                .toList();
        if (!options.dryRun()) {
            SourceFiles.create(updated.stream().map(Updated::migration).toList());
            folds.forEach(fold -> new SourceFiles(project).delete(fold.leaf().key()));
        }
        return new Result(updated, detected.ineffectiveHints(), unasked);
    }

    /** Makes sure that no other database has a migration that is replaced, and returns those that can't be asked. */
    private List<Unasked> requireInNone(List<Fold> folds) {
        List<Unasked> unasked = new ArrayList<>();
        for (Map.Entry<String, ConnectionSource> other :
                folds.isEmpty() ? List.<Map.Entry<String, ConnectionSource>>of() : List.copyOf(others.entrySet())) {
            try {
                History history = History.read(project, other.getValue());
                for (Fold fold : folds) {
                    if (hasSomeOf(fold.leaf().key(), history)) {
                        throw UnsuitableUpdateException.applied(fold.leaf().key(), other.getKey());
                    }
                }
            } catch (NoConnectionException e) {
                unasked.add(new Unasked(other.getKey(), String.valueOf(e.getMessage())));
            }
        }
        return unasked;
    }

    private List<Fold> folds(MigrationGraph graph, DetectedChanges detected, Options options) {
        List<Fold> folds = new ArrayList<>();
        detected.byApp().forEach((app, nodes) -> {
            MigrationNode leaf = leaf(graph, app);
            List<Operation> operations = new ArrayList<>(leaf.operations().get());
            nodes.forEach(node -> operations.addAll(node.operations().get()));
            List<Operation> optimized = OperationRewrite.optimize(app, operations);
            folds.add(new Fold(leaf, nodes, optimized, name(leaf, optimized, options)));
        });
        return folds;
    }

    private MigrationNode leaf(MigrationGraph graph, String app) {
        MigrationKey key =
                graph.leaves(app).stream().findFirst().orElseThrow(() -> UnsuitableUpdateException.noMigration(app));
        MigrationNode leaf = graph.node(key);
        if (!leaf.replaces().isEmpty()) {
            throw UnsuitableUpdateException.squash(key);
        }
        if (database.map(source -> hasSomeOf(key, History.read(project, source)))
                .orElse(false)) {
            throw UnsuitableUpdateException.applied(key);
        }
        Set<MigrationKey> dependents = new TreeSet<>(graph.children(key));
        project.loaded().migrations().stream()
                .filter(node ->
                        node.runBefore().contains(key) || node.replaces().contains(key))
                .forEach(node -> dependents.add(node.key()));
        if (!dependents.isEmpty()) {
            throw UnsuitableUpdateException.dependedOn(key, dependents);
        }
        return leaf;
    }

    /** A part of an interrupted migration is in the database. */
    private static boolean hasSomeOf(MigrationKey key, History history) {
        return history.graph().isApplied(key) || history.unfinished().has(key);
    }

    private MigrationKey name(MigrationNode leaf, List<Operation> operations, Options options) {
        String former = leaf.key().name();
        boolean saysNothing =
                operations.stream().anyMatch(each -> each.nameFragment().isEmpty());
        Matcher number = NUMBER.matcher(former);
        String start = number.lookingAt() ? number.group() + "_" : "";
        String name = options.name() == null && saysNothing
                ? former
                : start
                        + Objects.requireNonNullElseGet(
                                options.name(), () -> MigrationNames.suggest(operations, leaf.isInitial(), clock));
        return new MigrationKey(leaf.key().app(), name.equals(former) ? another(former) : name);
    }

    /** A database may remember the former name, and so may people. */
    private static String another(String name) {
        return name.endsWith(UPDATED) ? name.substring(0, name.length() - UPDATED.length()) : name + UPDATED;
    }

    /** A cycle, or a model that doesn't exist yet, has to be found before anything is written. */
    private MigrationGraph replaced(List<Fold> folds, Map<MigrationKey, MigrationKey> names) {
        List<MigrationNode> all = new ArrayList<>(project.loaded().migrations());
        folds.forEach(fold -> {
            all.remove(fold.leaf());
            all.add(fold.updated(names));
        });
        try {
            MigrationGraph graph = project.graph(all, Set.of());
            graph.states().atEnd();
            return graph;
        } catch (MigrationException e) {
            throw UnsuitableUpdateException.circle(e);
        }
    }

    private Updated rewritten(MigrationNode former, MigrationNode now, MigrationGraph before, MigrationGraph after) {
        SourceFiles files = new SourceFiles(project);
        Path file = files.of(former.key());
        ProjectState start = after.states().before(now.key());
        feasibility.require(now, start);
        List<OperationLosses> lost = DataLossReader.of(now, start);
        String written = SourceFiles.read(file);
        MigrationText text = OperationRewrite.write(
                        MigrationText.of(written),
                        file.toString(),
                        project.app(former.key().app()).migrationsPackage(),
                        former,
                        now.operations().get())
                .renamed("M" + former.key().name(), "M" + now.key().name())
                .withDependencies(now.dependencies().stream()
                        .filter(key -> !former.dependencies().contains(key))
                        .toList())
                .withRemarks(
                        OperationLosses.describe(
                                DataLossReader.of(former, before.states().before(former.key()))),
                        OperationLosses.describe(lost));
        return new Updated(new NewMigration(now, files.of(now.key()), text.inLinesOf(written), lost), file);
    }
}
