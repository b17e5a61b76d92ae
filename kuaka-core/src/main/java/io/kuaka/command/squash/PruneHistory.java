package io.kuaka.command.squash;

import io.kuaka.command.project.ConnectionSource;
import io.kuaka.command.project.History;
import io.kuaka.command.project.Project;
import io.kuaka.command.project.UnknownAppException;
import io.kuaka.executor.Executor;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** Deletes migrations from a database's history that the project no longer has, as after a finished squash. */
public final class PruneHistory {
    /** The app whose history is pruned. */
    public record Options(String app) {}

    /** The deleted migrations. */
    public record Result(List<MigrationKey> pruned) {
        public Result {
            pruned = List.copyOf(pruned);
        }
    }

    private final Project project;
    private final ConnectionSource source;

    /** Makes the command for an application and a database. */
    public PruneHistory(Project project, ConnectionSource source) {
        this.project = project;
        this.source = source;
    }

    /**
     * Prunes the history of one app.
     *
     * @throws UnknownAppException if there is no such app
     * @throws UnfinishedSquashException if a squash still needs one of these rows
     */
    public Result run(Options options) {
        String app = options.app();
        project.requireApps(List.of(app));
        History history = History.read(project, source);
        Set<MigrationKey> known =
                history.graph().allNodes().stream().map(MigrationNode::key).collect(Collectors.toSet());
        List<MigrationKey> gone = history.applied().stream()
                .filter(key -> key.app().equals(app) && !known.contains(key))
                .toList();
        List<MigrationKey> needing = history.graph().allNodes().stream()
                .filter(node -> node.replaces().stream().anyMatch(gone::contains))
                .map(MigrationNode::key)
                .toList();
        if (!needing.isEmpty()) {
            throw UnfinishedSquashException.needsRows(needing);
        }
        if (!gone.isEmpty()) {
            History.with(source, connection -> {
                Executor.silent(history.place(), connection).forget(gone);
                return gone;
            });
        }
        return new Result(gone);
    }
}
