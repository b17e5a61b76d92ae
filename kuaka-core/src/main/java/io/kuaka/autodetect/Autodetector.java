package io.kuaka.autodetect;

import io.kuaka.autodetect.arrange.AppFilter;
import io.kuaka.autodetect.arrange.AutodetectOptions;
import io.kuaka.autodetect.arrange.CircularChangesException;
import io.kuaka.autodetect.arrange.ConcurrentIndexes;
import io.kuaka.autodetect.arrange.DependencyOrder;
import io.kuaka.autodetect.arrange.DraftOptimizer;
import io.kuaka.autodetect.arrange.ForgottenModels;
import io.kuaka.autodetect.arrange.NameCircles;
import io.kuaka.autodetect.arrange.Numbering;
import io.kuaka.autodetect.arrange.Splitter;
import io.kuaka.autodetect.detector.AddedFields;
import io.kuaka.autodetect.detector.AddedMembers;
import io.kuaka.autodetect.detector.AlteredComments;
import io.kuaka.autodetect.detector.AlteredFields;
import io.kuaka.autodetect.detector.AlteredTables;
import io.kuaka.autodetect.detector.ChangedSequences;
import io.kuaka.autodetect.detector.CopiedLinks;
import io.kuaka.autodetect.detector.CreatedModels;
import io.kuaka.autodetect.detector.DeletedModels;
import io.kuaka.autodetect.detector.Detection;
import io.kuaka.autodetect.detector.Detector;
import io.kuaka.autodetect.detector.DroppedCompanions;
import io.kuaka.autodetect.detector.ExchangedNames;
import io.kuaka.autodetect.detector.HistoricalUsage;
import io.kuaka.autodetect.detector.IneffectiveHint;
import io.kuaka.autodetect.detector.LeftToOthers;
import io.kuaka.autodetect.detector.Lists;
import io.kuaka.autodetect.detector.LostValues;
import io.kuaka.autodetect.detector.MemberKind;
import io.kuaka.autodetect.detector.MovedModels;
import io.kuaka.autodetect.detector.MovedValues;
import io.kuaka.autodetect.detector.NewReferences;
import io.kuaka.autodetect.detector.Proposal;
import io.kuaka.autodetect.detector.ReadValues;
import io.kuaka.autodetect.detector.RedirectedJoinTables;
import io.kuaka.autodetect.detector.RedirectedReferences;
import io.kuaka.autodetect.detector.RemovedFields;
import io.kuaka.autodetect.detector.RemovedMembers;
import io.kuaka.autodetect.detector.RenameHints;
import io.kuaka.autodetect.detector.RenamedFields;
import io.kuaka.autodetect.detector.RenamedHistories;
import io.kuaka.autodetect.detector.RenamedKeys;
import io.kuaka.autodetect.detector.RenamedMembers;
import io.kuaka.autodetect.detector.RenamedModels;
import io.kuaka.autodetect.detector.RenamedParts;
import io.kuaka.autodetect.detector.ReorderedKeys;
import io.kuaka.autodetect.detector.ReplacedReferences;
import io.kuaka.autodetect.detector.ReshapedAttributes;
import io.kuaka.autodetect.detector.ResizedKeys;
import io.kuaka.autodetect.detector.RevivedRows;
import io.kuaka.autodetect.detector.ShiftedLists;
import io.kuaka.autodetect.detector.TakenOverColumns;
import io.kuaka.autodetect.question.OpenQuestionsException;
import io.kuaka.autodetect.question.Questioner;
import io.kuaka.graph.MigrationGraph;
import io.kuaka.migration.MigrationKey;
import io.kuaka.migration.MigrationNode;
import io.kuaka.state.Field;
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
 * <p>Laws: the migrations applied to {@code from} give {@code to}, unless names are kept; between equal states there are none.
 */
public final class Autodetector {
    private static final List<Detector> DETECTORS = List.of(
            // Renames come first: what is only renamed is neither removed nor added, and references follow it.
            new RenamedModels(), // before moves, which are rarer and ask about the models that are left
            new MovedModels(), // before parts, which move along with their owners
            new RenamedParts(), // after their owners, whose names their own begin with
            new RenamedHistories(), // after the models and parts whose names they have
            new ExchangedNames(), // after renames of models; before redirected tables, which it would otherwise find
            new RedirectedJoinTables(), // after renames, which references follow; before the tables are made anew
            new DeletedModels(), // before new models, so only old ones are searched for references to them
            new CreatedModels(), // before changes of other models, which may refer to them
            new AlteredComments(), // anywhere from here on: nothing depends on a comment
            new RenamedKeys(), // likewise
            new AlteredTables(), // before all raw SQL that says the table's name before columns, which follows it
            new RenamedFields(), // before everything that names fields, which then finds the new names
            new ChangedSequences(), // after new models, which go to the front behind new sequences, and renamed fields
            new ReorderedKeys(), // after renames; before references are compared, which list their columns in its order
            new ResizedKeys(), // before any change of fields, and any question about one
            new RenamedMembers(
                    MemberKind.CONSTRAINT), // before removals and additions, which they would otherwise become
            new RenamedMembers(MemberKind.INDEX), // likewise
            new RemovedMembers(MemberKind.CONSTRAINT), // before the fields that they need are removed or changed
            new RemovedMembers(MemberKind.INDEX), // likewise
            new NewReferences(), // after new models and renamed fields; before what takes over or changes their columns
            new TakenOverColumns(), // before the fields are removed whose columns stay for new ones
            new CopiedLinks(), // after new join tables, renames and columns that stay; before the fields are removed
            new RemovedFields(), // before new fields, which may take their columns
            new RedirectedReferences(), // after renames, which they follow; before new fields that are computed from
            // them
            new ShiftedLists(), // after renames, which owners follow, and removed checks; before fields that are
            // altered
            new AddedFields(Field::isPrimaryKey), // before other fields, which may refer to the whole key
            new AlteredFields((old, now) -> old.isPrimaryKey() != now.isPrimaryKey()), // likewise
            new ReorderedKeys(), // after the keys have all their fields; likewise
            new AddedFields(field -> !field.isPrimaryKey()), // before altered ones, which may be computed from them
            new AlteredFields((old, now) -> true), // before indexes and constraints over what they are then
            new AddedMembers(MemberKind.INDEX), // after the fields that they need
            new AddedMembers(MemberKind.CONSTRAINT), // likewise
            new LostValues(), // last: it checks what all others do
            new RevivedRows(), // likewise
            new DroppedCompanions(), // likewise
            new ReshapedAttributes(), // likewise; before moved values, some of which it asks about by name
            new ReplacedReferences(), // likewise
            new MovedValues()); // likewise

    private Autodetector() {}

    /**
     * Returns the migrations of each app, in order, numbered and named.
     *
     * @param leaves the latest migration of each app that has any
     * @throws OpenQuestionsException if the questioner left a question open
     */
    public static SortedMap<String, List<MigrationNode>> detect(
            ProjectState from,
            ProjectState to,
            Map<String, MigrationKey> leaves,
            Questioner questioner,
            AutodetectOptions options) {
        return detect(from, to, leaves, HistoricalUsage.in(List.of()), questioner, options)
                .byApp();
    }

    /**
     * Returns what leads from a history to a state. The migrations come after all migrations that use what they remove, in
     * whatever order an empty database applies these.
     *
     * @throws OpenQuestionsException if the questioner left a question open
     */
    public static DetectedChanges detect(
            MigrationGraph history, ProjectState to, Questioner questioner, AutodetectOptions options) {
        Map<String, MigrationKey> leaves = history.leaves().stream()
                .collect(Collectors.toMap(MigrationKey::app, key -> key, (first, second) -> first, TreeMap::new));
        return detect(history.states().atEnd(), to, leaves, HistoricalUsage.in(history.order()), questioner, options);
    }

    private static DetectedChanges detect(
            ProjectState from,
            ProjectState to,
            Map<String, MigrationKey> leaves,
            HistoricalUsage usage,
            Questioner questioner,
            AutodetectOptions options) {
        Lists lists = new Lists(options.listPositions());
        RenameHints hints = new RenameHints(options.renameHints(), options.histories());
        LeftToOthers left = LeftToOthers.of(from, to, options.unmanaged());
        Detection detection = new Detection(from, to, left, questioner, hints, lists, usage, options.keepingNames());
        DETECTORS.forEach(detector -> detector.detect(detection));
        OpenQuestionsException.requireAnswers(questioner);
        SortedMap<String, List<MigrationNode>> drafts = arrange(from, detection.proposals(), leaves);
        DraftOptimizer.finish(drafts, detection.to());
        ForgottenModels.apply(drafts, left);
        if (options.concurrently()) {
            ConcurrentIndexes.apply(drafts);
        }
        SortedMap<String, List<MigrationNode>> migrations =
                Numbering.number(drafts, leaves, questioner::initial, options);
        return new DetectedChanges(
                options.apps().isEmpty() ? migrations : AppFilter.trim(migrations, options.apps()),
                IneffectiveHint.of(detection));
    }

    private static SortedMap<String, List<MigrationNode>> arrange(
            ProjectState from, List<Proposal> proposals, Map<String, MigrationKey> leaves) {
        SortedMap<String, List<Proposal>> sorted =
                DependencyOrder.sort(NameCircles.cut(from, ReadValues.note(from, proposals)));
        ReadValues.require(sorted.values());
        return Splitter.split(sorted, leaves, appsOf(from)).orElseThrow(() -> new CircularChangesException(sorted));
    }

    private static Set<String> appsOf(ProjectState state) {
        return state.models().keySet().stream().map(ModelKey::app).collect(Collectors.toSet());
    }
}
