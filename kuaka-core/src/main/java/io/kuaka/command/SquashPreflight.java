package io.kuaka.command;

import io.kuaka.graph.Squash;
import io.kuaka.migration.MigrationKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Says what a squash would bring, and what speaks against it in the project and in one database.
 *
 * <p>Changes nothing. Every environment has to be asked by itself.
 */
public final class SquashPreflight {
    /** How far a database is. */
    public enum Progress {
        NONE,
        SOME,
        ALL
    }

    /**
     * What was found.
     *
     * @param missing the migrations of the stretch that the database lacks
     * @param concerns what speaks against the squash, as sentences
     */
    public record Result(Squash squash, Progress progress, List<MigrationKey> missing, List<String> concerns) {
        public Result {
            missing = List.copyOf(missing);
            concerns = List.copyOf(concerns);
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public SquashPreflight(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Looks at the project and the database.
     *
     * @throws io.kuaka.graph.UnsuitableStretchException when the migrations can't be squashed at all
     */
    public Result run(SquashMigrations.Options options) {
        Squash squash = new SquashMigrations(project).prepare(options).squash();
        History history = History.read(project, source);
        List<MigrationKey> missing = squash.members().stream()
                .filter(key -> !history.graph().isApplied(key))
                .toList();
        Progress progress = Progress.SOME;
        if (missing.isEmpty()) {
            progress = Progress.ALL;
        } else if (missing.size() == squash.members().size()) {
            progress = Progress.NONE;
        }
        List<String> concerns = new ArrayList<>(concerns(squash, options.app()));
        concerns.addAll(concerns(squash, options.app(), missing, history));
        return new Result(squash, progress, missing, concerns);
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

    /** What speaks against it in the database. */
    private static List<String> concerns(Squash squash, String app, List<MigrationKey> missing, History history) {
        List<String> concerns = new ArrayList<>();
        if (!missing.isEmpty() && missing.size() < squash.members().size()) {
            concerns.add(
                    "The database is in the middle of the stretch: it goes on with the old migrations, and they have"
                            + " to stay until it has them all. Run migrate on it first. Missing: " + names(missing)
                            + ".");
        }
        List<MigrationKey> brokenOff =
                squash.members().stream().filter(history.unfinished()::has).toList();
        if (!brokenOff.isEmpty()) {
            concerns.add(
                    "The database has begun these and not ended them: " + names(brokenOff) + ". Run migrate first.");
        }
        List<MigrationKey> unknown = history.applied().keySet().stream()
                .filter(key -> key.app().equals(app))
                .filter(key -> history.graph().allNodes().stream()
                        .noneMatch(node -> node.key().equals(key)))
                .toList();
        if (!unknown.isEmpty()) {
            concerns.add("The database has migrations that the project doesn't know, from another branch perhaps: "
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
