package io.kuaka.command;

import io.kuaka.autodetect.arrange.MigrationNames;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.base.MigrationException;
import io.kuaka.command.project.FeasibilityCheck;
import io.kuaka.command.project.InvalidNameException;
import io.kuaka.command.project.MigrationFiles;
import io.kuaka.command.project.NewMigration;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.SourceFiles;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.graph.Branch;
import io.kuaka.graph.MergeConflict;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ProjectState;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * Merges conflicting leaf migrations by migrations that depend on all of them and do nothing themselves.
 *
 * <p>Databases apply the branches in different orders. If it can't be proven that all orders give the same result, the
 * questioner decides. Needs no database.
 */
public final class MergeMigrations {
    /** The maximum length of the leaves' names within the name of a merge. */
    private static final int LONGEST_LEAVES = 47;

    /**
     * The options.
     *
     * @param apps the apps to check; empty for all
     * @param name the name of the migrations, without number; null for one made from the leaf migrations
     */
    public record Options(
            SortedSet<String> apps,
            boolean dryRun,
            @Nullable String name) {
        public Options {
            InvalidNameException.requireValid(name);
        }
    }

    /**
     * One app with several leaf migrations.
     *
     * @param clashes why the order of the branches may matter; empty if it is proven that it doesn't
     */
    public record Conflict(String app, List<Branch> branches, List<MergeConflict> clashes) {}

    /** The conflicts to merge; none if there is nothing to do. */
    public record Prepared(Options options, List<Conflict> conflicts) {
        public Prepared {
            conflicts = List.copyOf(conflicts);
        }
    }

    /**
     * The migrations that were made.
     *
     * @param migrations the migrations of those conflicts that may be merged
     */
    public record Result(List<NewMigration> migrations) {
        public Result {
            migrations = List.copyOf(migrations);
        }
    }

    private final Project project;
    private final Questioner questioner;
    private final Clock clock;

    /** Makes the command for an application. */
    public MergeMigrations(Project project, Questioner questioner, Clock clock) {
        this.project = project;
        this.questioner = questioner;
        this.clock = clock;
    }

    /**
     * Finds the apps with several leaf migrations.
     *
     * @throws UnknownAppException when there is no such app
     */
    public Prepared prepare(Options options) {
        SortedSet<String> apps = options.apps();
        project.requireApps(apps);
        MigrationGraph graph = project.graph(Set.of());
        List<Conflict> conflicts = new ArrayList<>();
        graph.conflicts().forEach((app, leaves) -> {
            if (apps.isEmpty() || apps.contains(app)) {
                conflicts.add(new Conflict(app, Branch.of(graph, leaves), MergeConflict.between(graph, leaves)));
            }
        });
        return new Prepared(options, conflicts);
    }

    /**
     * Makes the migrations for which the questioner agrees.
     *
     * @throws UnmergeableBranchesException if branches can't be applied one after the other at all
     * @throws OpenQuestionsException if there is a question and nobody to answer it
     */
    public Result run(Prepared prepared) {
        Options options = prepared.options();
        List<MigrationNode> merges = new ArrayList<>();
        for (Conflict conflict : prepared.conflicts()) {
            MigrationNode merge = merge(conflict, options);
            requireSequence(conflict, merge);
            if (conflict.clashes().isEmpty()
                    || questioner.merge(conflict.app(), leaves(conflict), conflict.clashes())) {
                merges.add(merge);
            }
        }
        OpenQuestionsException.requireAnswers(questioner);
        List<NewMigration> made =
                new MigrationFiles(project, FeasibilityCheck.on(Optional.empty())).of(merges, ProjectState.empty());
        if (!options.dryRun()) {
            SourceFiles.create(made);
        }
        return new Result(made);
    }

    private static List<MigrationKey> leaves(Conflict conflict) {
        return conflict.branches().stream().map(Branch::leaf).toList();
    }

    private MigrationNode merge(Conflict conflict, Options options) {
        List<MigrationKey> leaves = leaves(conflict);
        long number = leaves.stream()
                        .flatMapToLong(leaf -> MigrationNames.number(leaf.name()).stream())
                        .max()
                        .orElse(1)
                + 1;
        String ends = String.join("_", leaves.stream().map(MigrationKey::name).toList());
        String suggested = "merge_" + (ends.length() > LONGEST_LEAVES ? MigrationNames.timestamp(clock) : ends);
        String name = MigrationNames.numbered(number, Objects.requireNonNullElse(options.name(), suggested));
        return MigrationNode.of(new MigrationKey(conflict.app(), name), leaves, List.of());
    }

    /** With a history that can't be replayed, no later command would work. */
    private void requireSequence(Conflict conflict, MigrationNode merge) {
        List<MigrationNode> all = new ArrayList<>(project.loaded().migrations());
        all.add(merge);
        MigrationGraph graph = project.graph(all, Set.of());
        try {
            graph.states().after(merge.key());
        } catch (MigrationException e) {
            throw new UnmergeableBranchesException(conflict, e);
        }
    }
}
