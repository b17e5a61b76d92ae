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
import java.util.Set;

/**
 * Finds new models.
 *
 * <p>A model comes after those that it refers to. Where models refer to each other in a circle, {@link CreationOrder}
 * decides which references are added after all models, and with them what depends on these.
 */
public final class CreatedModels implements Detector {
    @Override
    public void detect(Detection detection) {
        List<ModelKey> added = new ArrayList<>(detection.addedModels());
        added.sort(Comparator.reverseOrder());
        CreationOrder order = CreationOrder.of(detection.to(), detection.addedModels());
        added.forEach(key -> create(detection, order, key));
    }

    private static void create(Detection detection, CreationOrder order, ModelKey key) {
        ModelState model = detection.to().model(key);
        ModelState first = model;
        for (Field field : model.fields().values()) {
            if (order.comesLater(key, field)) {
                first = without(first, field);
            }
        }
        detection.proposeFirst(creation(detection, key, first));
        addFields(detection, key, model, first);
        addMembers(detection, key, model, first);
    }

    private static ModelState without(ModelState model, Field field) {
        ModelState less = model;
        for (Field computed : model.fieldsUsing(field)) {
            less = less.fields().containsKey(computed.name()) ? without(less, computed) : less;
        }
        return less.withoutField(field.name());
    }

    private static Proposal creation(Detection detection, ModelKey key, ModelState model) {
        Set<Event> provides = new LinkedHashSet<>(Set.of(Event.created(key)));
        Set<Event> needs = new LinkedHashSet<>(Set.of(Event.removed(key)));
        needs.addAll(Prerequisites.owner(key));
        needs.addAll(detection.nameFreed(key));
        for (Field field : model.fields().values()) {
            provides.add(Event.fieldAdded(key, field.name()));
            needs.addAll(Prerequisites.of(detection, key, field));
            needs.removeAll(ownGenerator(detection, key, field));
        }
        needs.removeAll(provides);
        return Proposal.of(key.app(), new CreateModel(model))
                .providing(provides)
                .needing(needs);
    }

    private static void addFields(Detection detection, ModelKey key, ModelState model, ModelState first) {
        model.fields().values().stream()
                .filter(field -> !first.fields().containsKey(field.name()))
                .sorted(Comparator.comparing(Field::isReference).reversed().thenComparing(Field::name))
                .forEach(field -> detection.propose(Proposal.of(key.app(), new AddField(key.name(), field))
                        .providing(Event.fieldAdded(key, field.name()))
                        .needing(Event.created(key))
                        .needing(Prerequisites.of(detection, key, field))));
    }

    /**
     * A table without rows needs no numbers, so models stay in their order; only another app has to come first. A stated
     * sequence comes first as well: if it is one that is renamed, the way back must not rename it under the model.
     */
    private static List<Event> ownGenerator(Detection detection, ModelKey key, Field field) {
        return detection.to().idGenerator(key, field).stream()
                .filter(generator -> field.idGenerator() == null)
                .map(generator -> generator.source())
                .filter(source -> source.app().equals(key.app()))
                .map(Event::created)
                .toList();
    }

    private static void addMembers(Detection detection, ModelKey key, ModelState model, ModelState first) {
        List<Event> needs = new ArrayList<>();
        needs.add(Event.created(key));
        model.fields().keySet().stream()
                .filter(name -> !first.fields().containsKey(name))
                .forEach(name -> needs.add(Event.fieldAdded(key, name)));
        for (MemberKind kind : MemberKind.values()) {
            kind.names(model).stream()
                    .filter(name -> !kind.names(first).contains(name))
                    .forEach(name -> detection.propose(
                            Proposal.of(key.app(), kind.add(model, name)).needing(needs)));
        }
    }
}
