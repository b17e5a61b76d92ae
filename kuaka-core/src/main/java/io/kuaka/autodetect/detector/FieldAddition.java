package io.kuaka.autodetect.detector;

import io.kuaka.expression.Expression;
import io.kuaka.operation.AddField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Proposes to add a field to a model with rows. */
final class FieldAddition {
    private FieldAddition() {}

    static void propose(Detection detection, ModelKey key, Field field) {
        boolean hasValue =
                field.isNullable() || field.isIdentity() || field.defaultValue() != null || field.generated() != null;
        @Nullable
        Expression fill = hasValue || sharesColumns(detection, key, field)
                ? null
                : detection.questioner().notNullAddition(key, field);
        detection.propose(Proposal.of(key.app(), new AddField(key.name(), field, fill))
                .providing(Event.fieldAdded(key, field.name()))
                .needing(Event.fieldRemoved(key, field.name()))
                .needing(Prerequisites.of(detection, key, field))
                .needing(Prerequisites.columns(detection, key, field)));
    }

    /** Proposes to remove a field, and to add it as it is to be, with all that is computed from it. */
    static void proposeAnew(Detection detection, ModelKey key, String field) {
        List<String> removed = new ArrayList<>(FieldRemovals.propose(detection, key, List.of(field)));
        Collections.reverse(removed);
        removed.forEach(
                each -> propose(detection, key, detection.to().model(key).field(each)));
    }

    /** A field over the columns of others, as a reference over part of a key is, finds values there. */
    private static boolean sharesColumns(Detection detection, ModelKey key, Field field) {
        return detection.from().model(key).fields().values().stream()
                .anyMatch(other -> other.columns().containsAll(field.columns()));
    }
}
