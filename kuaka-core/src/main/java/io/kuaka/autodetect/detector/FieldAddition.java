package io.kuaka.autodetect.detector;

import io.kuaka.expression.Expression;
import io.kuaka.operation.AddField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Proposes to add a field to a model with rows. */
final class FieldAddition {
    private FieldAddition() {}

    static void propose(Detection detection, ModelKey key, Field field) {
        boolean hasValue = field.isNullable()
                || (field.isIdentity() && !field.isNativeId())
                || field.defaultValue() != null
                || field.generated() != null;
        @Nullable
        Expression fill = hasValue || sharesColumns(detection, key, field)
                ? null
                : detection.questioner().notNullAddition(key, asAsked(detection, key, field));
        List<Event> left = field.isPrimaryKey() ? ReferencedKeys.left(detection, key) : List.of();
        detection.propose(Proposal.of(key.app(), new AddField(key.name(), field, fill))
                .needing(left)
                .providing(Event.fieldAdded(key, field.name()))
                .needing(Event.fieldRemoved(key, field.name()))
                .needing(Prerequisites.of(detection, key, field))
                .needing(Prerequisites.columns(detection, key, field)));
    }

    /** Proposes to remove a field and add its new form, with all fields that are generated from it. */
    static void proposeAnew(Detection detection, ModelKey key, String field) {
        List<String> removed = new ArrayList<>(FieldRemovals.propose(detection, key, List.of(field)));
        Collections.reverse(removed);
        removed.forEach(
                each -> propose(detection, key, detection.to().model(key).field(each)));
    }

    /** Returns a field as unique if a constraint over it alone, or the primary key, makes it so. */
    private static Field asAsked(Detection detection, ModelKey key, Field field) {
        ModelState model = detection.to().model(key);
        boolean isKey = model.primaryKey().equals(List.of(field));
        boolean isUnique = model.constraints().values().stream()
                .anyMatch(constraint -> constraint instanceof UniqueConstraint unique
                        && unique.condition() == null
                        && unique.fieldNames().equals(List.of(field.name())));
        return isKey || isUnique ? field.unique() : field;
    }

    /** A field over the columns of others, such as a reference over part of a key, finds values there. */
    private static boolean sharesColumns(Detection detection, ModelKey key, Field field) {
        Map<String, Field> now = detection.to().model(key).fields();
        return detection.from().model(key).fields().values().stream()
                .filter(other -> other.columns().containsAll(field.columns()))
                .map(other -> now.getOrDefault(other.name(), other))
                .anyMatch(other -> other.columns().containsAll(field.columns()));
    }
}
