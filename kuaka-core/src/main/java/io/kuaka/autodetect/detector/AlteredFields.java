package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.detector.InconvertibleFieldsException.TypeChange;
import io.kuaka.expression.Expression;
import io.kuaka.operation.AlterField;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.TreeSet;
import java.util.function.BiPredicate;
import org.jspecify.annotations.Nullable;

/**
 * Finds changed fields.
 *
 * <p>No database can change the expression of a generated column. Its values can be computed again, so the field is
 * removed and added, and so is every field generated from it.
 *
 * @param which tells from a field before and after whether to look for its change
 */
public record AlteredFields(BiPredicate<Field, Field> which) implements Detector {
    @Override
    public void detect(Detection detection) {
        requireConvertibleTypes(detection);
        for (ModelKey key : HistoryColumns.behindModels(detection, changed(detection))) {
            ModelState to = detection.to().model(key);
            Map<String, Field> from = detection.from().model(key).fields();
            List<String> changed = to.fields().values().stream()
                    .filter(field -> mayBeChanged(from.get(field.name()), field))
                    .sorted(Comparator.comparing((Field field) -> field.generated() != null)
                            .thenComparing(Field::name))
                    .map(Field::name)
                    .toList();
            ExchangedColumns columns = new ExchangedColumns(detection, key);
            changed.forEach(name -> detect(detection, columns, key, to.field(name)));
        }
    }

    /** The names of classes in rows, and what marks of deleted rows mean, may change though nothing in their table does. */
    private static Set<ModelKey> changed(Detection detection) {
        Set<ModelKey> changed = new TreeSet<>(detection.changedModels());
        detection.to().models().forEach((key, model) -> {
            boolean hasHints = detection.from().hasModel(key)
                    && model.fields().keySet().stream()
                            .anyMatch(field ->
                                    !detection.hints().formerValues(key, field).isEmpty());
            if (hasHints || (detection.from().hasModel(key) && DeletionMark.isInvertedIn(detection, key))) {
                changed.add(key);
            }
        });
        return changed;
    }

    /** What is kept by other letters or constants is changed, though column and type stay. */
    private boolean mayBeChanged(@Nullable Field old, Field now) {
        return old != null && which.test(old, now);
    }

    /** Returns a model as it was at the start, with the checks that have been removed by now. */
    private static ModelState former(Detection detection, ModelKey key) {
        return detection.lineage().former(key).map(detection.start()::model).orElseGet(() -> detection
                .from()
                .model(key));
    }

    /** All fields are checked first, so that one message names them all. */
    private static void requireConvertibleTypes(Detection detection) {
        List<TypeChange> refused = new ArrayList<>();
        for (ModelKey key : detection.changedModels()) {
            for (Field now : detection.to().model(key).fields().values()) {
                Field old = detection.from().model(key).fields().get(now.name());
                boolean isPlain = old != null && !old.equals(now) && old.generated() == null && now.generated() == null;
                if (old != null && isPlain && !isTranslated(detection, key, old, now)) {
                    List<ColumnType> before = detection.formerTypes(old);
                    List<ColumnType> after = now.type().columnTypes(detection.to());
                    TypeChange.refused(key, now.name(), before, after).ifPresent(refused::add);
                }
            }
        }
        if (!refused.isEmpty()) {
            throw new InconvertibleFieldsException(refused);
        }
    }

    private static boolean isTranslated(Detection detection, ModelKey key, Field old, Field now) {
        ConvertedValues converted = converted(detection, key, old, now);
        return converted.isChanged() && converted.isTranslatable();
    }

    private static ConvertedValues converted(Detection detection, ModelKey key, Field old, Field now) {
        Field first = detection.lineage().formerFields(key).getOrDefault(old.name(), old);
        return new ConvertedValues(detection, key, former(detection, key), first, old, now);
    }

    private static void detect(Detection detection, ExchangedColumns columns, ModelKey key, Field now) {
        Field old = detection.from().model(key).field(now.name());
        if (!Objects.equals(old.generated(), now.generated())) {
            FieldAddition.proposeAnew(detection, key, now.name());
            return;
        }
        boolean isTold = converted(detection, key, old, now).isAsked();
        AlterField alteration =
                withReplacements(detection, key, new AlterField(key.name(), now, fill(detection, key, old, now)), old);
        if (isSame(old, now) && !alteration.replacesValues() && !isTold) {
            return;
        }
        ConvertedValues.between(old, now).ifPresent(step -> {
            detection.propose(Proposal.of(key.app(), new AlterField(key.name(), step))
                    .providing(Event.fieldConverted(key, now.name()))
                    .needing(Event.fieldAdded(key, now.name())));
        });
        Proposal proposal = columns.alter(alteration)
                .needing(Event.fieldConverted(key, now.name()))
                .needing(Event.fieldAdded(key, now.name())) // where it is renamed
                .needing(Prerequisites.of(detection, key, now));
        boolean changesKey = old.isPrimaryKey() || now.isPrimaryKey();
        detection.propose(ReferencedKeys.noted(
                detection,
                key,
                changesKey ? proposal.needing(ReferencedKeys.left(detection, key)) : proposal,
                old,
                now));
    }

    /** A history that doesn't say what values mean says so with the next change of the field. */
    private static boolean isSame(Field old, Field now) {
        return old.equals(now)
                || (old.meaning() == null && old.withMeaning(now.meaning()).equals(now));
    }

    /** What tells the letters of true and false is a check, which has been removed by now if it doesn't stay. */
    private static AlterField withReplacements(Detection detection, ModelKey key, AlterField alteration, Field old) {
        if (isReplaced(detection, key, old)) {
            return alteration;
        }
        ConvertedValues converted = converted(detection, key, old, alteration.field());
        if (converted.isChanged()) {
            AlterField followed = HistoryColumns.replaced(detection, key, alteration);
            return followed.replacesValues() ? followed : converted.replaced(followed);
        }
        Field first = detection.lineage().formerFields(key).getOrDefault(old.name(), old);
        AlterField inverted = DeletionMark.inverted(detection, key, former(detection, key), first, alteration);
        AlterField replaced = inverted.replacesValues()
                ? inverted
                : TruthValues.replaced(
                        alteration,
                        former(detection, key),
                        first,
                        detection.to().model(key));
        return RenamedConstants.replaced(
                detection, key, former(detection, key), first, HistoryColumns.replaced(detection, key, replaced));
    }

    /** A field that comes into a key or leaves it is looked at twice. */
    private static boolean isReplaced(Detection detection, ModelKey key, Field field) {
        return detection.proposals().stream()
                .filter(proposal -> proposal.app().equals(key.app()))
                .map(Proposal::operation)
                .anyMatch(operation -> operation instanceof AlterField altered
                        && altered.replacesValues()
                        && altered.model().equals(key.name())
                        && altered.field().name().equals(field.name()));
    }

    private static @Nullable Expression fill(Detection detection, ModelKey key, Field old, Field now) {
        boolean needed = old.isNullable() && !now.isNullable() && now.defaultValue() == null && !now.isIdentity();
        return needed
                ? detection
                        .questioner()
                        .notNullAlteration(key, new AskedField(detection, key, now).altered())
                        .orElse(null)
                : null;
    }
}
