package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Reference;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What new fields, tables, indexes and constraints have to wait for. */
final class Prerequisites {
    private Prerequisites() {}

    /**
     * Returns what a field waits for: what it refers to, its generator, and the fields that it is generated from, by
     * the final names of the model's table and columns.
     */
    static List<Event> of(Detection detection, ModelKey key, Field field) {
        List<Event> needs = new ArrayList<>();
        if (field.isPrimaryKey()) {
            // All fields of a key change at once, so that rows go in before the first one.
            detection.to().model(key).primaryKey().stream()
                    .filter(Field::isReference)
                    .forEach(other -> needs.add(
                            Event.rowsInserted(other.requireReference().to())));
        }
        if (field.type() instanceof Reference reference) {
            needs.add(Event.created(reference.to()));
            needs.add(Event.rowsInserted(reference.to()));
            reference.targets().forEach(target -> needs.add(Event.fieldAdded(reference.to(), target)));
            if (reference.targets().isEmpty() && detection.to().hasModel(reference.to())) {
                addKeys(detection, reference.to(), needs);
                detection.to().model(reference.to()).primaryKey().stream()
                        .filter(target ->
                                !reference.to().equals(key) || !target.name().equals(field.name()))
                        .forEach(target -> needs.add(Event.fieldAdded(reference.to(), target.name())));
            }
        }
        detection.to().idGenerator(key, field).ifPresent(generator -> needs.add(Event.created(generator.source())));
        needs.addAll(fields(key, fieldsUsedBy(detection.to().model(key), field)));
        if (field.generated() != null) {
            needs.add(Event.tableRenamed(key));
        }
        return needs;
    }

    /** The order of a key is that of what the references in it refer to. */
    private static void addKeys(Detection detection, ModelKey key, List<Event> needs) {
        if (detection.to().hasModel(key) && !needs.contains(Event.keyOrdered(key))) {
            needs.add(Event.keyOrdered(key));
            needs.addAll(keyFields(detection, key));
            detection.to().model(key).primaryKey().stream()
                    .filter(Field::isReference)
                    .forEach(
                            field -> addKeys(detection, field.requireReference().to(), needs));
        }
    }

    /** Returns what gives a key the fields that it is to have, apart from those that are added. */
    static List<Event> keyFields(Detection detection, ModelKey key) {
        Map<String, Field> now = detection.to().model(key).fields();
        List<Event> needs = new ArrayList<>();
        detection.lineage().formerFields(key).forEach((name, old) -> {
            Field field = now.get(name);
            if (field == null && old.isPrimaryKey()) {
                needs.add(Event.fieldRemoved(key, name));
            } else if (field != null && field.isPrimaryKey() != old.isPrimaryKey()) {
                needs.add(Event.fieldAltered(key, name));
            }
        });
        return needs;
    }

    /** Returns what a part waits for, because the rename of its owner would rename it, too, in either direction. */
    static List<Event> owner(ModelKey key) {
        return key.isPart() ? List.of(Event.created(key.owner())) : List.of();
    }

    /** Returns what an index or a constraint over {@code fields} waits for. */
    static List<Event> fields(ModelKey key, Collection<String> fields) {
        return fields.stream().map(field -> Event.fieldAdded(key, field)).toList();
    }

    /** Returns what a field waits for: that others free its columns, which two fields would share until then. */
    static List<Event> columns(Detection detection, ModelKey key, Field field) {
        return leaving(detection, key, field).stream()
                .map(old -> Event.columnsLeft(key, old))
                .toList();
    }

    /** Returns the fields whose columns a field takes over. */
    static List<String> leaving(Detection detection, ModelKey key, Field field) {
        Map<String, Field> now = detection.to().model(key).fields();
        List<String> leaving = new ArrayList<>();
        detection.lineage().formerFields(key).forEach((name, old) -> {
            boolean leaves = old.columns().stream()
                    .filter(column -> has(field, column))
                    .anyMatch(column -> !keeps(now.get(name), column));
            if (leaves && !name.equals(field.name())) {
                leaving.add(name);
            }
        });
        return leaving;
    }

    private static boolean keeps(@Nullable Field field, String column) {
        return field != null && field.columns().contains(column);
    }

    private static boolean has(Field field, String column) {
        return field.columns().stream().anyMatch(each -> Lineage.folded(each).equals(Lineage.folded(column)));
    }

    /** A field that is generated from others needs them, except references that share others' columns. */
    private static List<String> fieldsUsedBy(ModelState model, Field field) {
        return model.fields().values().stream()
                .filter(other -> other.isReference() ? model.fieldsUsing(other).contains(field) : field.uses(other))
                .map(Field::name)
                .toList();
    }
}
