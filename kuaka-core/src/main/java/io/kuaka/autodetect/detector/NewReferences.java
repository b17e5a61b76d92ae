package io.kuaka.autodetect.detector;

import io.kuaka.autodetect.question.DetectionStoppedException;
import io.kuaka.autodetect.question.Questions;
import io.kuaka.operation.InsertReferred;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * Finds values that are to refer to rows of a new table, which has none, and inserts these if the user wants it: plain columns
 * that become references, and keys that become references to the rows of a new superclass.
 */
public final class NewReferences implements Detector {
    private record Found(ModelKey key, Field reference, List<Field> sources) {
        ModelKey target() {
            return reference.requireReference().to();
        }
    }

    /** Rows of classes come first: what refers to one of them finds it then. */
    @Override
    public void detect(Detection detection) {
        List<Found> found = new ArrayList<>();
        detection.to().models().forEach((key, model) -> {
            if (detection.from().hasModel(key) && !detection.lineage().isNew(key)) {
                model.fields().values().stream()
                        .filter(field -> isToNewTable(detection, key, field))
                        .forEach(field -> sources(detection, key, field)
                                .ifPresent(sources -> found.add(new Found(key, field, sources))));
            }
        });
        found.stream().filter(each -> each.reference().isPrimaryKey()).forEach(each -> propose(detection, each));
        found.stream().filter(each -> !each.reference().isPrimaryKey()).forEach(each -> propose(detection, each));
    }

    private static boolean isToNewTable(Detection detection, ModelKey key, Field field) {
        if (!field.isReference() || field.generated() != null) {
            return false;
        }
        ModelKey target = field.requireReference().to();
        return !target.equals(key)
                && detection.lineage().isNew(target)
                && detection.to().hasModel(target)
                && field.requireReference().constrained()
                && field.requireReference()
                        .targetFields(detection.to())
                        .equals(detection.to().model(target).primaryKey());
    }

    /** Returns the fields that have the values so far, if they suit the key. */
    private static Optional<List<Field>> sources(Detection detection, ModelKey key, Field reference) {
        var former = detection.from().model(key).fields();
        Field same = former.get(reference.name());
        List<Field> sources = new ArrayList<>();
        if (same != null) {
            sources.add(same);
        } else {
            reference.columns().forEach(column -> former.values().stream()
                    .filter(field -> field.columns().equals(List.of(column)))
                    .findFirst()
                    .ifPresent(sources::add));
        }
        boolean isPlain = sources.stream().allMatch(field -> !field.isReference() && field.generated() == null);
        List<TypeFamily> before = sources.stream()
                .flatMap(field -> families(detection.formerTypes(field)).stream())
                .toList();
        return isPlain
                        && !sources.isEmpty()
                        && before.equals(families(reference.type().columnTypes(detection.to())))
                ? Optional.of(sources)
                : Optional.empty();
    }

    private static List<TypeFamily> families(List<ColumnType> types) {
        return types.stream().map(ColumnType::family).toList();
    }

    private static void propose(Detection detection, Found found) {
        List<String> required = required(detection, found.target());
        if (!required.isEmpty()) {
            if (!detection.questioner().rowsMissing(found.key(), found.reference(), required)) {
                throw new DetectionStoppedException(Questions.rowsMissing(found.key(), found.reference(), required)
                        .text());
            }
            return;
        }
        if (!detection.questioner().rowsInserted(found.key(), found.reference())) {
            return;
        }
        List<String> fields = found.sources().stream().map(Field::name).toList();
        detection.propose(Proposal.of(
                        found.key().app(),
                        new InsertReferred(
                                found.target().toString(), found.key().name(), fields))
                .providing(Event.rowsInserted(found.target()))
                .needing(Event.created(found.target()))
                .needing(fields.stream()
                        .map(field -> Event.fieldAdded(found.key(), field))
                        .toList()));
    }

    /** Returns the fields that rows can't be inserted without; a generator of ids would give those that are there out again. */
    private static List<String> required(Detection detection, ModelKey target) {
        return detection.to().model(target).fields().values().stream()
                .filter(field -> field.isPrimaryKey()
                        ? field.isIdentity()
                                || detection.to().idGenerator(target, field).isPresent()
                        : !field.isNullable() && field.defaultValue() == null && field.generated() == null)
                .map(Field::name)
                .toList();
    }
}
