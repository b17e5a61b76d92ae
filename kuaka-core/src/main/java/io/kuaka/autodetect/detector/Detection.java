package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.Questioner;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.SortedMap;
import java.util.SortedSet;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;

/** What the detectors share: the state as far as it is explained, the state to reach, and the proposals so far. */
public final class Detection {
    private final ProjectState start;
    private final ProjectState to;
    private final Questioner questioner;
    private final RenameHints hints;
    private final HistoricalUsage mentions;
    private final TakenNames takenNames;
    private final Map<String, List<Proposal>> first = new LinkedHashMap<>();
    private final Map<String, List<Proposal>> then = new LinkedHashMap<>();
    private ProjectState from;

    public Detection(
            ProjectState from, ProjectState to, Questioner questioner, RenameHints hints, HistoricalUsage mentions) {
        this.start = from;
        this.from = from;
        this.to = to;
        this.questioner = questioner;
        this.hints = hints;
        this.mentions = mentions;
        this.takenNames = TakenNames.of(from);
    }

    /** Returns the state before any proposal. */
    ProjectState start() {
        return start;
    }

    /** Returns the state after all proposals so far. */
    ProjectState from() {
        return from;
    }

    /** Returns the state to reach. */
    ProjectState to() {
        return to;
    }

    /** Returns who has the names that are unique in the database, before any proposal. */
    TakenNames takenNames() {
        return takenNames;
    }

    Questioner questioner() {
        return questioner;
    }

    RenameHints hints() {
        return hints;
    }

    /** Returns what makes the end of a model wait for the history of all who ever used it. */
    Set<Event> usedBefore(ModelKey model) {
        return known(model, mentions.appsThatUsed(model));
    }

    /** Returns what makes the end of a field, or of its name, wait for the history of all who ever built upon it. */
    Set<Event> usedBefore(ModelKey model, String field) {
        return known(model, mentions.appsThatUsed(model, field));
    }

    /** Returns what makes a new model wait for those who moved a former one of its name away. */
    Set<Event> nameFreed(ModelKey model) {
        return known(model, mentions.appsThatTook(model));
    }

    private static Set<Event> known(ModelKey model, Set<String> apps) {
        return apps.stream()
                .map(app -> Event.known(new ModelKey(app, model.name())))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** Adds an operation behind those of its app. */
    void propose(Proposal proposal) {
        then.computeIfAbsent(proposal.app(), app -> new ArrayList<>()).add(proposal);
        accept(proposal);
    }

    /** Adds an operation before those of its app. */
    void proposeFirst(Proposal proposal) {
        first.computeIfAbsent(proposal.app(), app -> new ArrayList<>()).add(proposal);
        accept(proposal);
    }

    /** Returns the proposals of each app. */
    public SortedMap<String, List<Proposal>> proposals() {
        SortedMap<String, List<Proposal>> all = new TreeMap<>();
        first.forEach((app, proposals) -> {
            List<Proposal> reversed = new ArrayList<>(proposals);
            Collections.reverse(reversed);
            all.put(app, reversed);
        });
        then.forEach((app, proposals) ->
                all.computeIfAbsent(app, each -> new ArrayList<>()).addAll(proposals));
        return all;
    }

    /** Returns the models that are only in the state to reach. */
    SortedSet<ModelKey> addedModels() {
        return difference(to, from);
    }

    /** Returns the models that are only in the present state. */
    SortedSet<ModelKey> removedModels() {
        return difference(from, to);
    }

    /** Returns the models that are in both states. */
    SortedSet<ModelKey> commonModels() {
        SortedSet<ModelKey> keys = new TreeSet<>(from.models().keySet());
        keys.retainAll(to.models().keySet());
        return keys;
    }

    /** Returns those models of both states that differ. */
    List<ModelKey> changedModels() {
        return commonModels().stream()
                .filter(key -> !from.model(key).equals(to.model(key)))
                .toList();
    }

    /** Returns the names of the members that {@code one} has and {@code other} hasn't, in their order in {@code one}. */
    static <T> List<String> missing(ModelState one, ModelState other, Function<ModelState, Map<String, T>> members) {
        List<String> names = new ArrayList<>(members.apply(one).keySet());
        names.removeAll(members.apply(other).keySet());
        return names;
    }

    private void accept(Proposal proposal) {
        from = proposal.operation().apply(proposal.app(), from);
    }

    private static SortedSet<ModelKey> difference(ProjectState one, ProjectState other) {
        SortedSet<ModelKey> keys = new TreeSet<>(one.models().keySet());
        keys.removeAll(other.models().keySet());
        return keys;
    }
}
