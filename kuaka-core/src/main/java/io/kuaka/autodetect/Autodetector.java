package io.kuaka.autodetect;

import io.kuaka.autodetect.arrange.AppFilter;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.arrange.CircularChangesException;
import io.kuaka.autodetect.arrange.ConcurrentIndexes;
import io.kuaka.autodetect.arrange.DependencyOrder;
import io.kuaka.autodetect.arrange.DraftOptimizer;
import io.kuaka.autodetect.arrange.Numbering;
import io.kuaka.autodetect.arrange.Splitter;
import io.kuaka.autodetect.detector.AddedConstraints;
import io.kuaka.autodetect.detector.AddedFields;
import io.kuaka.autodetect.detector.AddedIndexes;
import io.kuaka.autodetect.detector.AlteredComments;
import io.kuaka.autodetect.detector.AlteredFields;
import io.kuaka.autodetect.detector.AlteredTables;
import io.kuaka.autodetect.detector.ChangedSequences;
import io.kuaka.autodetect.detector.CreatedModels;
import io.kuaka.autodetect.detector.DeletedModels;
import io.kuaka.autodetect.detector.Detection;
import io.kuaka.autodetect.detector.Detector;
import io.kuaka.autodetect.detector.HistoricalUsage;
import io.kuaka.autodetect.detector.MovedModels;
import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.autodetect.detector.RemovedConstraints;
import io.kuaka.autodetect.detector.RemovedFields;
import io.kuaka.autodetect.detector.RemovedIndexes;
import io.kuaka.autodetect.detector.RenameHints;
import io.kuaka.autodetect.detector.RenamedConstraints;
import io.kuaka.autodetect.detector.RenamedFields;
import io.kuaka.autodetect.detector.RenamedIndexes;
import io.kuaka.autodetect.detector.RenamedModels;
import io.kuaka.autodetect.detector.RenamedParts;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * Finds the migrations that lead from one state to another.
 *
 * <p>An ordered list of detectors proposes operations; their order, the split over apps and migrations, and the names
 * are decided afterwards, each in one place.
 *
 * <p>Laws: the migrations applied to {@code from} give {@code to}; between equal states there are none.
 */
public final class Autodetector {
    private static final List<Detector> DETECTORS = List.of(
            new RenamedModels(),
            new MovedModels(),
            new RenamedParts(),
            new DeletedModels(),
            new CreatedModels(),
            new ChangedSequences(),
            new AlteredComments(),
            new RenamedFields(),
            new RenamedConstraints(),
            new RenamedIndexes(),
            new RemovedConstraints(),
            new RemovedIndexes(),
            new RemovedFields(),
            new AddedFields(),
            new AlteredFields(),
            new AddedIndexes(),
            new AddedConstraints(),
            new AlteredTables());

    private Autodetector() {}

    /**
     * Returns the migrations of each app, in order, numbered and named.
     *
     * @param leaves the latest migration of each app that has any
     * @throws OpenQuestionsException when the questioner left a question open
     */
    public static SortedMap<String, List<MigrationNode>> detect(
            ProjectState from,
            ProjectState to,
            Map<String, MigrationKey> leaves,
            Questioner questioner,
            AutodetectOptions options) {
        return detect(from, to, leaves, HistoricalUsage.in(List.of()), questioner, options);
    }

    /**
     * Returns the migrations of each app that lead from a history to a state, in order, numbered and named. They come
     * after all of the history that uses what they take away, in whatever order an empty database gets it.
     *
     * @throws OpenQuestionsException when the questioner left a question open
     */
    public static SortedMap<String, List<MigrationNode>> detect(
            MigrationGraph history, ProjectState to, Questioner questioner, AutodetectOptions options) {
        Map<String, MigrationKey> leaves = history.leaves().stream()
                .collect(Collectors.toMap(MigrationKey::app, key -> key, (first, second) -> first, TreeMap::new));
        return detect(history.stateAtEnd(), to, leaves, HistoricalUsage.in(history.order()), questioner, options);
    }

    private static SortedMap<String, List<MigrationNode>> detect(
            ProjectState from,
            ProjectState to,
            Map<String, MigrationKey> leaves,
            HistoricalUsage mentions,
            Questioner questioner,
            AutodetectOptions options) {
        RenameHints hints = new RenameHints(options.renameHints());
        Detection detection = new Detection(from, to, questioner, hints, mentions);
        DETECTORS.forEach(detector -> detector.detect(detection));
        OpenQuestionsException.requireAnswers(questioner);
        SortedMap<String, List<MigrationNode>> drafts = arrange(detection.proposals(), leaves, appsOf(from));
        DraftOptimizer.finish(drafts, to);
        if (options.concurrently()) {
            ConcurrentIndexes.apply(drafts);
        }
        SortedMap<String, List<MigrationNode>> migrations =
                Numbering.number(drafts, leaves, questioner::initial, options);
        return options.apps().isEmpty() ? migrations : AppFilter.trim(migrations, options.apps());
    }

    /** Exchanged names can't all be free before they are taken; then the rest of the order is what counts. */
    private static SortedMap<String, List<MigrationNode>> arrange(
            SortedMap<String, List<Proposal>> proposals, Map<String, MigrationKey> leaves, Set<String> existingApps) {
        return Splitter.split(DependencyOrder.sort(proposals), leaves, existingApps)
                .or(() -> {
                    proposals.values().forEach(list -> list.replaceAll(Proposal::takingNames));
                    return Splitter.split(DependencyOrder.sort(proposals), leaves, existingApps);
                })
                .orElseThrow(() -> new CircularChangesException(proposals));
    }

    private static Set<String> appsOf(ProjectState state) {
        return state.models().keySet().stream().map(ModelKey::app).collect(Collectors.toSet());
    }
}
