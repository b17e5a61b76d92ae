package io.kuaka.command;

import io.kuaka.command.project.Project;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.KeptNames;
import io.kuaka.state.diff.StateDiff;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * Finds apps whose models have changes without migrations.
 *
 * <p>Faster than {@link MakeMigrations} with {@code check}: it only compares, so it has no questions. Needs no
 * database.
 */
public final class CheckModels {
    /**
     * The options.
     *
     * @param apps the apps to check; empty for all
     */
    public record Options(SortedSet<String> apps) {
        /** Returns options for all apps. */
        public static Options all() {
            return new Options(new TreeSet<>());
        }
    }

    /** The apps whose models and migrations differ. */
    public record Result(SortedSet<String> changedApps) {
        /** Returns whether models and migrations agree. */
        public boolean nothingChanged() {
            return changedApps.isEmpty();
        }
    }

    private final Project project;
    private final ModelReader reader;

    /** Makes the command for an application. */
    public CheckModels(Project project, ModelReader reader) {
        this.project = project;
        this.reader = reader;
    }

    /**
     * Compares models and migrations.
     *
     * @throws io.kuaka.command.project.UnknownAppException when there is no such app
     * @throws io.kuaka.graph.ConflictingMigrationsException when the history of an app has several ends
     */
    public Result run(Options options) {
        project.requireApps(options.apps());
        MigrationGraph graph = project.graph(Set.of());
        graph.requireNoConflicts();
        ProjectState before = graph.states().atEnd();
        SortedSet<String> changed = StateDiff.between(before, KeptNames.in(before, reader.read())).keys().stream()
                .map(ModelKey::app)
                .collect(Collectors.toCollection(TreeSet::new));
        if (!options.apps().isEmpty()) {
            changed.retainAll(options.apps());
        }
        return new Result(changed);
    }
}
