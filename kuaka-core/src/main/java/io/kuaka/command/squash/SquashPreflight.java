package io.kuaka.command.squash;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.NoConnectionException;
import io.kuaka.command.project.Project;
import io.kuaka.graph.squash.Squash;
import io.kuaka.migration.MigrationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeSet;

/**
 * Reports what a squash would achieve, and concerns about it in the project and in its databases.
 *
 * <p>Changes nothing, and reads only the databases that were given.
 */
public final class SquashPreflight {
    /** The squash to check. */
    public record Options(SquashMigrations.Options squash) {}

    /** The progress of a database. */
    public enum Progress {
        NONE,
        SOME,
        ALL
    }

    /**
     * One database.
     *
     * @param name its name
     * @param missing the migrations of the range that aren't applied
     */
    public record Environment(String name, Progress progress, List<MigrationKey> missing) {
        public Environment {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What was found.
     *
     * @param environments the databases that could be read
     * @param concerns the concerns about the squash
     */
    public record Result(Squash squash, List<Environment> environments, List<SquashConcern> concerns) {
        public Result {
            environments = List.copyOf(environments);
            concerns = List.copyOf(concerns);
        }
    }

    private final Project project;
    private final Map<String, ConnectionSource> sources;

    /** Makes the command for an application and its databases, by their names. */
    public SquashPreflight(Project project, Map<String, ConnectionSource> sources) {
        this.project = project;
        this.sources = sources;
    }

    /**
     * Checks the project and the databases.
     *
     * @throws io.kuaka.graph.squash.UnsuitableRangeException if the migrations can't be squashed at all
     */
    public Result run(Options options) {
        Squash squash = new SquashMigrations(project).prepare(options.squash()).squash();
        String app = options.squash().app();
        List<SquashConcern> concerns = new ArrayList<>(concerns(squash, app));
        List<Environment> environments = new ArrayList<>();
        sources.forEach((name, source) -> {
            try {
                History history = History.read(project, source);
                List<MigrationKey> missing = squash.members().stream()
                        .filter(key -> !history.graph().isApplied(key))
                        .toList();
                Environment environment = new Environment(name, progress(squash, missing), missing);
                environments.add(environment);
                concerns.addAll(concerns(squash, app, environment, history));
            } catch (NoConnectionException e) {
                concerns.add(new SquashConcern.Unreachable(name, String.valueOf(e.getMessage())));
            }
        });
        return new Result(squash, environments, concerns);
    }

    private static Progress progress(Squash squash, List<MigrationKey> missing) {
        if (missing.isEmpty()) {
            return Progress.ALL;
        }
        return missing.size() == squash.members().size() ? Progress.NONE : Progress.SOME;
    }

    /** Concerns about the squash itself. */
    private static List<SquashConcern> concerns(Squash squash, String app) {
        List<SquashConcern> concerns = new ArrayList<>();
        if (squash.operationsAfter() == squash.operationsBefore()) {
            concerns.add(new SquashConcern.NothingGained(squash.operationsAfter()));
        }
        List<MigrationKey> leaves = squash.before().conflicts().getOrDefault(app, List.of());
        if (!leaves.isEmpty()) {
            concerns.add(new SquashConcern.SeveralLeaves(leaves));
        }
        for (MigrationKey key : new TreeSet<>(squash.members())) {
            int replaced = squash.before().replacedBy(key).size();
            if (replaced > 0) {
                concerns.add(new SquashConcern.UnfinishedSquash(key, replaced));
            }
        }
        return concerns;
    }

    /** Concerns about it in one database. */
    private static List<SquashConcern> concerns(Squash squash, String app, Environment environment, History history) {
        List<SquashConcern> concerns = new ArrayList<>();
        String database = environment.name();
        if (environment.progress() == Progress.SOME) {
            concerns.add(new SquashConcern.PartlyApplied(database, environment.missing()));
        }
        List<MigrationKey> interrupted =
                squash.members().stream().filter(history.unfinished()::has).toList();
        if (!interrupted.isEmpty()) {
            concerns.add(new SquashConcern.InterruptedMigrations(database, interrupted));
        }
        List<MigrationKey> unknown = history.applied().stream()
                .filter(key -> key.app().equals(app))
                .filter(key -> history.graph().allNodes().stream()
                        .noneMatch(node -> node.key().equals(key)))
                .toList();
        if (!unknown.isEmpty()) {
            concerns.add(new SquashConcern.UnknownMigrations(database, unknown));
        }
        return concerns;
    }
}
