package io.kuaka.autodetect.detector;

import io.kuaka.operation.AddField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * Finds new fields over exactly the columns of removed fields: a reference over several columns that becomes plain
 * fields, or the reverse.
 *
 * <p>The new field comes first and shares the columns until the old ones are removed, so no column changes and all
 * values stay.
 */
public final class TakenOverColumns implements Detector {
    @Override
    public void detect(Detection detection) {
        for (ModelKey key : detection.changedModels()) {
            Map<String, ColumnType> leaving = leaving(detection, key);
            ModelState to = detection.to().model(key);
            detection.remaining(key).fields().added().stream()
                    .sorted()
                    .map(to::field)
                    .filter(field -> field.generated() == null && isOver(detection, field, leaving))
                    .forEach(field -> propose(detection, key, field));
        }
    }

    private static void propose(Detection detection, ModelKey key, Field field) {
        detection.lineage().columnsTakenOver(key, field);
        detection.propose(Proposal.of(key.app(), new AddField(key.name(), field))
                .providing(Event.fieldAdded(key, field.name()))
                .needing(Prerequisites.of(detection, key, field)));
    }

    /** Returns the columns of the removed plain fields and references, with their types. */
    private static Map<String, ColumnType> leaving(Detection detection, ModelKey key) {
        Map<String, ColumnType> columns = new HashMap<>();
        detection.remaining(key).fields().removed().stream()
                .map(detection.from().model(key)::field)
                .filter(field -> field.generated() == null)
                .forEach(field -> columns.putAll(types(field, detection.formerTypes(field))));
        return columns;
    }

    private static boolean isOver(Detection detection, Field field, Map<String, ColumnType> leaving) {
        return types(field, field.type().columnTypes(detection.to())).entrySet().stream()
                .allMatch(column -> column.getValue().equals(leaving.get(column.getKey())));
    }

    private static Map<String, ColumnType> types(Field field, List<ColumnType> types) {
        Map<String, ColumnType> columns = new HashMap<>();
        List<String> names = new ArrayList<>(field.columns());
        for (int i = 0; i < Math.min(names.size(), types.size()); i++) {
            columns.put(names.get(i), types.get(i));
        }
        return columns;
    }
}
