package io.kuaka.autodetect.detector;

import io.kuaka.operation.AddField;
import io.kuaka.operation.CreateModel;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;

/**
 * Finds new models.
 *
 * <p>References, and what depends on them, are added one by one after all models, so models may refer to each other
 * across apps; the optimizer folds them into the model if possible. References that are part of the primary key, and
 * those of join and collection tables, stay in the model: the models that they refer to come first.
 */
public final class CreatedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        List<ModelKey> added = new ArrayList<>(detection.addedModels());
        added.sort(Comparator.reverseOrder());
        added.forEach(key -> create(detection, key));
    }

    private static void create(Detection detection, ModelKey key) {
        ModelState model = detection.to().model(key);
        Set<String> later = new TreeSet<>();
        if (!key.isPart()) {
            model.fields().values().stream()
                    .filter(field -> field.isReference() && !field.isPrimaryKey())
                    .forEach(field -> addWithComputed(later, model, field));
        }
        detection.proposeFirst(creation(detection, key, model, later));
        later.stream()
                .map(model::field)
                .sorted(Comparator.comparing(Field::isReference).reversed())
                .forEach(field -> detection.propose(Proposal.of(key.app(), new AddField(key.name(), field))
                        .providing(Event.fieldAdded(key, field.name()))
                        .needing(Event.created(key))
                        .needing(Prerequisites.of(detection, key, field))));
        proposeMembers(detection, key, model, later);
    }

    private static void addWithComputed(Set<String> later, ModelState model, Field field) {
        if (later.add(field.name())) {
            model.fieldsUsing(field).forEach(computed -> addWithComputed(later, model, computed));
        }
    }

    private static Proposal creation(Detection detection, ModelKey key, ModelState model, Set<String> later) {
        ModelState bare = new ModelState(
                model.name(), model.table(), model.schema(), Map.of(), Map.of(), Map.of(), model.comment());
        Set<Event> provides = new LinkedHashSet<>(Set.of(Event.created(key)));
        Set<Event> needs = new LinkedHashSet<>(Set.of(Event.removed(key)));
        needs.addAll(Prerequisites.owner(key));
        needs.addAll(detection.nameFreed(key));
        for (Field field : model.fields().values()) {
            if (!later.contains(field.name())) {
                bare = bare.withField(field);
                provides.add(Event.fieldAdded(key, field.name()));
                needs.addAll(Prerequisites.of(detection, key, field));
                needs.removeAll(ownGenerator(detection, key, field));
            }
        }
        needs.removeAll(provides);
        return Proposal.of(key.app(), new CreateModel(bare)).providing(provides).needing(needs);
    }

    /** A table without rows needs no numbers, so models stay in their order; only another app has to come first. */
    private static List<Event> ownGenerator(Detection detection, ModelKey key, Field field) {
        return detection.to().idGenerator(key, field).stream()
                .map(generator -> generator.source())
                .filter(source -> source.app().equals(key.app()))
                .map(Event::created)
                .toList();
    }

    private static void proposeMembers(Detection detection, ModelKey key, ModelState model, Set<String> later) {
        List<Event> needs = new ArrayList<>();
        needs.add(Event.created(key));
        later.forEach(field -> needs.add(Event.fieldAdded(key, field)));
        for (MemberKind kind : MemberKind.values()) {
            kind.names(model)
                    .forEach(name -> detection.propose(
                            Proposal.of(key.app(), kind.add(model, name)).needing(needs)));
        }
    }
}
