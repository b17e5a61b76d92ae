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
import java.util.TreeMap;

/**
 * Says what a squash would bring, and what speaks against it in the project and in its databases.
 *
 * <p>Changes nothing. Databases that nobody named aren't asked.
 */
public final class SquashPreflight {
    /** How far a database is. */
    public enum Progress {
        NONE,
        SOME,
        ALL
    }

    /**
     * One database.
     *
     * @param name what it is called
     * @param missing the migrations of the stretch that it lacks
     */
    public record Environment(String name, Progress progress, List<MigrationKey> missing) {
        public Environment {
            missing = List.copyOf(missing);
        }
    }

    /**
     * What was found.
     *
     * @param environments the databases that could be asked
     * @param concerns what speaks against the squash, as sentences
     */
    public record Result(Squash squash, List<Environment> environments, List<String> concerns) {
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
     * Looks at the project and the databases.
     *
     * @throws io.kuaka.graph.squash.UnsuitableRangeException when the migrations can't be squashed at all
     */
    public Result run(SquashMigrations.Options options) {
        Squash squash = new SquashMigrations(project).prepare(options).squash();
        List<String> concerns = new ArrayList<>(concerns(squash, options.app()));
        List<Environment> environments = new ArrayList<>();
        sources.forEach((name, source) -> {
            try {
                History history = History.read(project, source);
                List<MigrationKey> missing = squash.members().stream()
                        .filter(key -> !history.graph().isApplied(key))
                        .toList();
                environments.add(new Environment(name, progress(squash, missing), missing));
                concerns(squash, options.app(), missing, history)
                        .forEach(concern -> concerns.add("On " + name + ": " + concern));
            } catch (NoConnectionException e) {
                concerns.add("On " + name + ": " + e.getMessage());
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

    /** What speaks against the squash itself. */
    private static List<String> concerns(Squash squash, String app) {
        List<String> concerns = new ArrayList<>();
        if (squash.operationsAfter() == squash.operationsBefore()) {
            concerns.add(
                    "The squash has as many operations as what it replaces: there would be fewer files, and nothing"
                            + " else.");
        }
        List<MigrationKey> leaves = squash.before().conflicts().getOrDefault(app, List.of());
        if (!leaves.isEmpty()) {
            concerns.add("The history of the app has several ends: " + names(leaves)
                    + ". Join them first, by makemigrations --merge.");
        }
        unfinished(squash)
                .forEach((key, replaced) -> concerns.add(key + " is a squash itself, and still has the "
                        + replaced + " migrations that it replaces. Finish it first where every database has it:"
                        + " squashmigrations " + app + " " + key.name() + " --finish."));
        return concerns;
    }

    /** What speaks against it in one database. */
    private static List<String> concerns(Squash squash, String app, List<MigrationKey> missing, History history) {
        List<String> concerns = new ArrayList<>();
        if (!missing.isEmpty() && missing.size() < squash.members().size()) {
            concerns.add("it is in the middle of the stretch and goes on with the old migrations, which have"
                    + " to stay until it has them all. Run migrate on it first. Missing: " + names(missing)
                    + ".");
        }
        List<MigrationKey> brokenOff =
                squash.members().stream().filter(history.unfinished()::has).toList();
        if (!brokenOff.isEmpty()) {
            concerns.add("it has begun these and not ended them: " + names(brokenOff) + ". Run migrate first.");
        }
        List<MigrationKey> unknown = history.applied().keySet().stream()
                .filter(key -> key.app().equals(app))
                .filter(key -> history.graph().allNodes().stream()
                        .noneMatch(node -> node.key().equals(key)))
                .toList();
        if (!unknown.isEmpty()) {
            concerns.add("it has migrations that the project doesn't know, from another branch perhaps: "
                    + names(unknown) + ".");
        }
        return concerns;
    }

    private static Map<MigrationKey, Integer> unfinished(Squash squash) {
        Map<MigrationKey, Integer> unfinished = new TreeMap<>();
        for (MigrationKey key : squash.members()) {
            int replaced = squash.before().replacedBy(key).size();
            if (replaced > 0) {
                unfinished.put(key, replaced);
            }
        }
        return unfinished;
    }

    private static String names(List<MigrationKey> keys) {
        return String.join(", ", keys.stream().map(MigrationKey::toString).toList());
    }
}
