package io.kuaka.autodetect.detector;

import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Tells which entities are linked by a reference or a join table, or as a collection and its owner, so that attributes may move
 * from one to the other.
 */
final class LinkedRows {
    private LinkedRows() {}

    /** Returns whether a model of the start and one of the end are linked before or afterwards. */
    static boolean have(Detection detection, ModelKey former, ModelKey key) {
        ModelKey present = detection.lineage().present(former);
        if (former.isPart() || key.isPart()) {
            return areOwnerAndPart(present, key) || areOwnerAndPart(key, present);
        }
        Optional<ModelKey> before = detection.lineage().former(key);
        return areLinked(detection.to(), present, key)
                || before.filter(other -> areLinked(detection.start(), former, other))
                        .isPresent();
    }

    /** An embedded object may become an element of a collection, or was one. */
    private static boolean areOwnerAndPart(ModelKey owner, ModelKey part) {
        return part.isPart() && part.owner().equals(owner);
    }

    private static boolean areLinked(ProjectState state, ModelKey one, ModelKey other) {
        return refersTo(state, one, other)
                || refersTo(state, other, one)
                || state.models().keySet().stream()
                        .filter(ModelKey::isPart)
                        .anyMatch(part -> refersTo(state, part, one) && refersTo(state, part, other));
    }

    private static boolean refersTo(ProjectState state, ModelKey model, ModelKey target) {
        return state.hasModel(model)
                && state.model(model).fields().values().stream().anyMatch(field -> field.refersTo(target));
    }

    /**
     * Returns whether a column that leaves one model and the one of its name in the other have values of one kind; {@link
     * CopiedLinks} cares for references that move to a table of links, or come from one.
     */
    static boolean areAlike(Detection detection, ModelKey former, ModelKey key, String column) {
        Set<Object> kinds = kinds(detection.start().model(former), column);
        boolean areLinks = (former.isPart() || key.isPart()) && kinds.stream().anyMatch(ModelKey.class::isInstance);
        return !areLinks && kinds.equals(kinds(detection.to().model(key), column));
    }

    /** Returns what the values of a column are: what it refers to, or the family of its type. */
    private static Set<Object> kinds(ModelState model, String column) {
        return model.fields().values().stream()
                .filter(field -> field.columns().stream()
                        .anyMatch(each -> Lineage.folded(each).equals(Lineage.folded(column))))
                .flatMap(field -> Stream.ofNullable(kind(field)))
                .collect(Collectors.toSet());
    }

    private static @Nullable Object kind(Field field) {
        return field.type() instanceof ColumnType type
                ? type.family()
                : field.requireReference().to();
    }
}
