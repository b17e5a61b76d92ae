package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.Questioner;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.diff.KeptNames;
import io.kuaka.state.diff.ModelDiff;
import io.kuaka.state.diff.StateDiff;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** What the detectors share: the state after the proposals so far, the state to reach, and the proposals. */
public final class Detection {
    private final ProjectState start;
    private final LeftToOthers left;
    private final Questioner questioner;
    private final RenameHints hints;
    private final Lists lists;
    private final HistoricalUsage usage;
    private final boolean keepingNames;
    private final Lineage lineage;
    private final List<Proposal> proposals = new ArrayList<>();
    private final Map<String, List<String>> pastExchanges = new TreeMap<>();
    private final Set<Event> provided = new HashSet<>();
    private ProjectState from;
    private ProjectState to;
    private ProjectState numbered;
    private @Nullable StateDiff remaining;

    public Detection(
            ProjectState from,
            ProjectState to,
            LeftToOthers left,
            Questioner questioner,
            RenameHints hints,
            Lists lists,
            HistoricalUsage usage,
            boolean keepingNames) {
        this.start = from;
        this.from = from;
        this.numbered = from.withStatedGenerators();
        this.to = to;
        this.left = left;
        this.questioner = questioner;
        this.hints = hints;
        this.lists = lists;
        this.usage = usage;
        this.keepingNames = keepingNames;
        this.lineage = new Lineage(from);
    }

    /** Returns the state before any proposal. */
    ProjectState start() {
        return start;
    }

    /** Returns the state after all proposals so far. */
    ProjectState from() {
        return from;
    }

    /** Returns the state after all proposals so far, with the generators that fields had at the start. */
    ProjectState numbered() {
        return numbered;
    }

    /** Returns the state to reach. */
    public ProjectState to() {
        return to;
    }

    /** Returns what stays in the database although the state to reach hasn't got it. */
    LeftToOthers left() {
        return left;
    }

    /** Returns what happened to the models and fields of the start. */
    Lineage lineage() {
        return lineage;
    }

    Questioner questioner() {
        return questioner;
    }

    RenameHints hints() {
        return hints;
    }

    Lists lists() {
        return lists;
    }

    /**
     * Returns the events that make the removal of a model or a sequence wait for the history of all apps that ever used
     * it.
     */
    Set<Event> usedBefore(ModelKey model) {
        return known(model, usage.appsThatUsed(model));
    }

    /**
     * Returns the events that make the removal or rename of a field wait for the history of all apps that ever used it.
     */
    Set<Event> usedBefore(ModelKey model, String field) {
        return known(model, usage.appsThatUsed(model, field));
    }

    /**
     * Returns the events that make a new model or sequence wait for the apps that moved a former one with its name
     * away.
     */
    Set<Event> nameFreed(ModelKey model) {
        return known(model, usage.appsThatTook(model));
    }

    private static Set<Event> known(ModelKey model, Set<String> apps) {
        return apps.stream()
                .map(app -> Event.known(new ModelKey(app, model.name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * Returns whether names are to be exchanged that say by their hints that they have exchanged: hints may stay in the code,
     * so the history tells whether it was done, and else somebody has to agree.
     *
     * @param place what the names belong to, with the app
     * @param names each followed by its former name
     * @param isDone tells of the history that these names were exchanged in it
     */
    boolean isExchange(String place, List<String> names, Predicate<PastNames> isDone) {
        boolean wasDone = isDone.test(usage.names());
        if (wasDone) {
            pastExchanges.put(place, names);
        }
        return !wasDone && questioner.exchange(place, names);
    }

    /** Returns the names of hints that the history has exchanged already, by what they belong to. */
    Map<String, List<String>> pastExchanges() {
        return Collections.unmodifiableMap(pastExchanges);
    }

    /** Notes that a model and its parts have other names. What nobody names may keep the name that it has. */
    void modelRenamed(ModelKey before, ModelKey now) {
        lineage.modelRenamed(before, now);
        if (keepingNames) {
            to = KeptNames.in(
                    start, to, key -> key.equals(now) || key.isPartOf(now) ? lineage.former(key) : Optional.empty());
            remaining = null;
        }
    }

    /** Notes that a field of a model has another name, by the last proposal. What nobody names may keep the name that it has. */
    void fieldRenamed(ModelKey model) {
        ModelState original = lineage.former(model)
                .flatMap(former -> Optional.ofNullable(start.models().get(former)))
                .orElse(null);
        if (keepingNames && original != null) {
            to = to.updateModel(model, now -> KeptNames.in(original, from.model(model), now));
            remaining = null;
        }
    }

    /** Adds an operation after those of its app. */
    void propose(Proposal proposal) {
        accept(afterItsModel(proposal));
    }

    /** A change of a model that gets its name, or its owner's, by another proposal waits for that proposal. */
    private Proposal afterItsModel(Proposal proposal) {
        return proposal.operation()
                .subject()
                .map(model -> new ModelKey(proposal.app(), model))
                .map(key -> proposal.needing((key.isPart() ? Stream.of(key, key.owner()) : Stream.of(key))
                        .map(Event::renamed)
                        .filter(provided::contains)
                        .toList()))
                .orElse(proposal);
    }

    /** Adds an operation before those of its app. */
    void proposeFirst(Proposal proposal) {
        accept(proposal.goingFirst());
    }

    /** Replaces the state after all proposals so far by {@code known}, which is the same but more explicit. */
    void assume(ProjectState known) {
        from = known;
        remaining = null;
    }

    /** Returns the proposals in the order in which they were made. */
    public List<Proposal> proposals() {
        return List.copyOf(proposals);
    }

    /** Returns the difference that the proposals so far leave. */
    StateDiff remaining() {
        StateDiff known = remaining;
        if (known == null) {
            known = StateDiff.between(from, to);
            remaining = known;
        }
        return known;
    }

    /** Returns the difference that the proposals so far leave in a model of both states. */
    ModelDiff remaining(ModelKey key) {
        return ModelDiff.between(from.model(key), to.model(key));
    }

    /** Returns the column types of a field that existed before; none if what it refers to is unknown. */
    List<ColumnType> formerTypes(Field field) {
        return Stream.of(from, start)
                .filter(state -> isResolved(state, field))
                .findFirst()
                .map(field.type()::columnTypes)
                .orElse(List.of());
    }

    private static boolean isResolved(ProjectState state, Field field) {
        return !(field.type() instanceof Reference reference)
                || (state.hasModel(reference.to())
                        && state.model(reference.to()).fields().keySet().containsAll(reference.targets())
                        && reference.targetFields(state).stream().allMatch(target -> isResolved(state, target)));
    }

    /** Returns the models that are only in the state to reach. */
    Set<ModelKey> addedModels() {
        return remaining().models().added();
    }

    /** Returns the models that are only in the current state. */
    Set<ModelKey> removedModels() {
        return remaining().models().removed();
    }

    /** Returns the removed models that may go on under another name: what is left to others keeps its own. */
    Set<ModelKey> formerModels() {
        Set<ModelKey> former = new LinkedHashSet<>(removedModels());
        former.removeAll(left.models());
        return former;
    }

    /** Returns those models of both states that differ. */
    Set<ModelKey> changedModels() {
        return remaining().models().altered();
    }

    /**
     * Returns a model as it will be once its columns have their final names.
     *
     * <p>Raw SQL in indexes and constraints names columns, and follows them when a field is altered: whether it changed
     * shows only then.
     */
    ModelState onFinalColumns(ModelKey key) {
        ModelState model = from.model(key);
        for (Field now : to.model(key).fields().values()) {
            Field old = model.fields().get(now.name());
            if (old != null && !old.columnRenamesTo(now).isEmpty()) {
                model = model.withAlteredField(now);
            }
        }
        return model;
    }

    /** Returns the difference in a model of both states that will remain once its columns have their final names. */
    ModelDiff remainingOnFinalColumns(ModelKey key) {
        return ModelDiff.between(onFinalColumns(key), to.model(key));
    }

    private void accept(Proposal proposal) {
        proposals.add(proposal);
        provided.addAll(proposal.provides());
        assume(proposal.operation().apply(proposal.app(), from));
        numbered = proposal.operation().apply(proposal.app(), numbered);
    }
}
