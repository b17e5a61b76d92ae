package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.Questioner;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AddField;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
        Expression fill = hasValue || !sharing(detection, key, field).isEmpty()
                ? companion(detection, key, field).orElseGet(() -> numbers(detection, key, field))
                : ask(detection, key, field);
        List<Event> left = field.isPrimaryKey() ? ReferencedKeys.left(detection, key) : List.of();
        detection.propose(Proposal.of(key.app(), new AddField(key.name(), field, fill))
                .needing(left)
                .providing(Event.fieldAdded(key, field.name()))
                .needing(Event.fieldRemoved(key, field.name()))
                .needing(Prerequisites.of(detection, key, field))
                .needing(renamed(key, fill))
                .needing(Prerequisites.columns(detection, key, field))
                .needing(sharing(detection, key, field).stream()
                        .filter(other -> !other.columns().containsAll(field.columns()))
                        .map(other -> Event.fieldAltered(key, other.name()))
                        .toList()));
    }

    /** The fields that give rows their values may have been renamed. */
    private static List<Event> renamed(ModelKey key, @Nullable Expression fill) {
        return fill == null
                ? List.of()
                : fill.fields().stream()
                        .map(name -> Event.fieldAdded(key, name))
                        .toList();
    }

    /** Proposes to remove a field and add its new form, with all fields that are generated from it. */
    static void proposeAnew(Detection detection, ModelKey key, String field) {
        List<String> removed = new ArrayList<>(FieldRemovals.propose(detection, key, List.of(field)));
        Collections.reverse(removed);
        removed.forEach(
                each -> propose(detection, key, detection.to().model(key).field(each)));
    }

    /** A list can't be read without its numbers, although their column may be empty. */
    private static @Nullable Expression numbers(Detection detection, ModelKey key, Field field) {
        AskedField asked = new AskedField(detection, key, field);
        return (field.isNullable() && field.defaultValue() == null && field.generated() == null
                        ? asked.numbers()
                        : Optional.<Expression>empty())
                .map(numbers -> detection.questioner().rowNumbers(key, field, numbers))
                .orElse(null);
    }

    /** The values that are there can't be read without what goes with them, although its column may be empty. */
    private static Optional<Expression> companion(Detection detection, ModelKey key, Field field) {
        return Optional.of(field)
                .filter(each -> each.isNullable() && each.defaultValue() == null && each.generated() == null)
                .flatMap(each ->
                        Companion.of(each, detection.to().model(key).fields().values()))
                .map(Companion::values)
                .filter(values -> detection.lineage().formerFields(key).containsKey(values.name()))
                .flatMap(values -> detection.questioner().companionAddition(key, field, values));
    }

    private static Expression ask(Detection detection, ModelKey key, Field field) {
        if (field.columns().size() > 1) {
            throw new UnfillableReferenceException(key, field);
        }
        AskedField asked = new AskedField(detection, key, field);
        Questioner questioner = detection.questioner();
        return asked.numbers()
                .map(numbers -> questioner.rowNumbers(key, asked.added(), numbers))
                .orElseGet(() -> questioner.notNullAddition(key, asked.added()));
    }

    /**
     * A field over the columns of others, such as a reference over part of a key, finds values there: the fields have these
     * columns, or bring their values along when they get them.
     */
    private static List<Field> sharing(Detection detection, ModelKey key, Field field) {
        Map<String, Field> now = detection.to().model(key).fields();
        return detection.from().model(key).fields().values().stream()
                .filter(other -> {
                    Field then = now.getOrDefault(other.name(), other);
                    return then.columns().containsAll(field.columns()) && keepsValues(other, then);
                })
                .toList();
    }

    private static boolean keepsValues(Field before, Field now) {
        return before.columns().equals(now.columns())
                || (before.columns().size() == now.columns().size()
                        && before.isReference() == now.isReference()
                        && (!before.isReference()
                                || now.refersTo(before.requireReference().to())));
    }
}
