package io.kuaka.command;

import io.kuaka.autodetect.Autodetector;
import io.kuaka.autodetect.DetectedChanges;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.command.project.Project;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.state.ModelReader;
import io.kuaka.state.ProjectState;
import io.kuaka.state.diff.KeptNames;
import java.time.Clock;
import java.util.Set;
import java.util.SortedSet;
import org.jspecify.annotations.Nullable;

/**
 * The migrations from the end of a project's history to its models, to be written as they are or folded into others.
 */
record ModelChanges(Project project, ModelReader reader, Questioner questioner, Clock clock) {
    /**
     * Returns the graph of a project, in which each app has one leaf migration.
     *
     * @param apps labels of apps that must exist
     */
    MigrationGraph graph(Set<String> apps) {
        project.requireApps(apps);
        MigrationGraph graph = project.graph(Set.of());
        graph.requireNoConflicts();
        return graph;
    }

    /**
     * Returns the migrations that are missing, and the hints in the code that are in vain.
     *
     * @param apps the apps to check; empty for all
     * @param name the name of the migrations, without number; null for one made from the operations
     */
    DetectedChanges detect(MigrationGraph graph, SortedSet<String> apps, @Nullable String name, boolean concurrently) {
        AutodetectOptions options = AutodetectOptions.defaults()
                .withApps(apps)
                .withName(name)
                .withClock(clock)
                .withConcurrently(concurrently)
                .withRenameHints(reader.renameHints())
                .withHistories(reader.histories())
                .withListPositions(reader.listPositions())
                .withUnmanaged(reader::leavesToOthers)
                .withKeptNames();
        ProjectState models = KeptNames.in(graph.states().atEnd(), reader.read());
        return Autodetector.detect(graph, models, questioner, options);
    }
}
