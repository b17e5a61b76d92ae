package io.kuaka.state.diff;

import io.kuaka.state.Constraint;
import io.kuaka.state.Field;
import io.kuaka.state.Index;
import io.kuaka.state.ModelState;
import java.util.Collections;
import java.util.EnumSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The difference between two versions of a model. */
public record ModelDiff(
        Set<Attribute> attributes,
        Changes<String, Field> fields,
        Changes<String, Index> indexes,
        Changes<String, Constraint> constraints) {
    /** What a model has one of. */
    public enum Attribute {
        NAME(ModelState::name),
        TABLE(ModelState::table),
        SCHEMA(ModelState::schema),
        KEY_ORDER(ModelDiff::keyOrder),
        KEY_NAME(ModelState::primaryKeyName),
        COMMENT(ModelState::comment);

        /** A reference to an accessor is immutable; Error Prone does not know. */
        @SuppressWarnings("ImmutableEnumChecker")
        private final Function<ModelState, @Nullable String> value;

        Attribute(Function<ModelState, @Nullable String> value) {
            this.value = value;
        }

        private @Nullable String of(@Nullable ModelState model) {
            return model == null ? null : value.apply(model);
        }
    }

    public ModelDiff {
        attributes = Collections.unmodifiableSet(attributes);
    }

    private static String keyOrder(ModelState model) {
        return model.primaryKey().stream().map(Field::name).collect(Collectors.joining(" "));
    }

    /** Returns the difference between two versions of a model, either of which may be null for none. */
    public static ModelDiff between(@Nullable ModelState before, @Nullable ModelState after) {
        Set<Attribute> attributes = EnumSet.allOf(Attribute.class);
        attributes.removeIf(attribute -> Objects.equals(attribute.of(before), attribute.of(after)));
        return new ModelDiff(
                attributes,
                members(before, after, ModelState::fields),
                members(before, after, ModelState::indexes),
                members(before, after, ModelState::constraints));
    }

    /** Returns whether the models are equal. */
    public boolean isEmpty() {
        return attributes.isEmpty() && Stream.of(fields, indexes, constraints).allMatch(Changes::isEmpty);
    }

    private static <T> Changes<String, T> members(
            @Nullable ModelState before, @Nullable ModelState after, Function<ModelState, Map<String, T>> members) {
        return Changes.between(
                before == null ? Map.of() : members.apply(before), after == null ? Map.of() : members.apply(after));
    }
}
