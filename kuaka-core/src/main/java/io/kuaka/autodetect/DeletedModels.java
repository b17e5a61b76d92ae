package io.kuaka.autodetect;

import io.kuaka.operation.DeleteModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.SortedSet;
import java.util.stream.Stream;

/**
 * Finds models that are gone.
 *
 * <p>Their references are removed first, so that models which refer to each other can go one after the other; the
 * optimizer joins what needn't be apart. The tables of join and collection attributes go in one piece, since nothing refers
 * to them.
 */
final class DeletedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        ProjectState before = detection.from();
        SortedSet<ModelKey> removed = detection.removedModels();
        for (ModelKey key : removed) {
            for (String field : removable(key, before.model(key))) {
                detection.propose(Removals.of(detection, key, field));
            }
            detection.propose(deletion(key, before).needing(detection.usedBefore(key)));
        }
    }

    private static Proposal deletion(ModelKey key, ProjectState before) {
        Set<Event> provides = new LinkedHashSet<>(List.of(Event.removed(key), Event.tableLeft(key)));
        Set<Event> needs = new LinkedHashSet<>(Needs.owner(key));
        ModelState model = before.model(key);
        List<String> removable = removable(key, model);
        for (Field field : model.fields().values()) {
            (removable.contains(field.name()) ? needs : provides).add(Event.fieldRemoved(key, field.name()));
        }
        for (ModelKey referrer : before.referrers(key)) {
            for (Field field : before.model(referrer).fields().values()) {
                if (field.refersTo(key) && !referrer.equals(key)) {
                    needs.add(Event.fieldRemoved(referrer, field.name()));
                    needs.add(Event.fieldAltered(referrer, field.name()));
                }
            }
        }
        return Proposal.of(key.app(), new DeleteModel(key.name()))
                .providing(provides)
                .needing(needs);
    }

    /** Returns the references, and before them what is computed from them; a primary key goes with its table. */
    private static List<String> removable(ModelKey key, ModelState model) {
        if (Parts.isPart(key)) {
            return List.of();
        }
        List<String> references = model.fields().values().stream()
                .filter(field -> field.isReference() && !field.isPrimaryKey())
                .map(Field::name)
                .sorted()
                .toList();
        Stream<String> computed = model.fields().values().stream()
                .filter(field -> field.dependencies().stream().anyMatch(references::contains))
                .map(Field::name);
        return Stream.concat(computed, references.stream()).distinct().toList();
    }
}
