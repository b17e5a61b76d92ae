package io.kuaka.state;

import io.kuaka.base.Internal;
import java.util.Collections;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The difference of two states, piece by piece: the only comparison of states, which all others read.
 *
 * <p>It knows no renames: what has another name is removed and added. The order of fields, indexes and constraints makes
 * no difference, as in {@link ModelState}.
 *
 * <p>Law: it is empty exactly when the states are equal, and so is the difference of two models.
 */
@Internal
public record StateDiff(Changes<ModelKey, ModelState> models, Changes<ModelKey, Sequence> sequences) {
    /** Returns the difference between two states. */
    public static StateDiff between(ProjectState before, ProjectState after) {
        return new StateDiff(
                Changes.between(before.models(), after.models()),
                Changes.between(before.sequences(), after.sequences()));
    }

    /** Returns whether the states are equal. */
    public boolean isEmpty() {
        return keys().isEmpty();
    }

    /** Returns the models and sequences that aren't the same in both states. */
    public SortedSet<ModelKey> keys() {
        return Stream.concat(Stream.of(models), others().values().stream())
                .flatMap(changes -> changes.keys().stream())
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** Returns what differs in all that isn't part of a model, by the word for its kind. */
    public Map<String, Changes<ModelKey, ?>> others() {
        return Map.of("sequence", sequences);
    }

    /** Returns what differs between the two pictures of a model; one that a state hasn't got has nothing there. */
    public ModelDiff model(ModelKey key) {
        return ModelDiff.between(models.before().get(key), models.after().get(key));
    }

    /**
     * The entries in which two maps differ.
     *
     * @param before the entries of the first map that the second one hasn't got like this, in their order
     * @param after the entries of the second map that the first one hasn't got like this, in their order
     */
    public record Changes<K, V>(Map<K, V> before, Map<K, V> after) {
        public Changes {
            before = Collections.unmodifiableMap(new LinkedHashMap<>(before));
            after = Collections.unmodifiableMap(new LinkedHashMap<>(after));
        }

        /** Returns the entries in which {@code before} and {@code after} differ. */
        public static <K, V> Changes<K, V> between(Map<K, V> before, Map<K, V> after) {
            return new Changes<>(different(before, after), different(after, before));
        }

        /** Returns whether the maps are equal. */
        public boolean isEmpty() {
            return before.isEmpty() && after.isEmpty();
        }

        /** Returns the keys that aren't the same in both maps. */
        public Set<K> keys() {
            Set<K> keys = new LinkedHashSet<>(before.keySet());
            keys.addAll(after.keySet());
            return keys;
        }

        /** Returns the keys that only the second map has. */
        public Set<K> added() {
            return without(after, before);
        }

        /** Returns the keys that only the first map has. */
        public Set<K> removed() {
            return without(before, after);
        }

        /** Returns the keys that both maps have, with different values. */
        public Set<K> altered() {
            Set<K> keys = new LinkedHashSet<>(after.keySet());
            keys.retainAll(before.keySet());
            return keys;
        }

        private static <K, V> Map<K, V> different(Map<K, V> some, Map<K, V> others) {
            Map<K, V> different = new LinkedHashMap<>();
            some.forEach((key, value) -> {
                if (!value.equals(others.get(key))) {
                    different.put(key, value);
                }
            });
            return different;
        }

        private static <K, V> Set<K> without(Map<K, V> some, Map<K, V> others) {
            Set<K> keys = new LinkedHashSet<>(some.keySet());
            keys.removeAll(others.keySet());
            return keys;
        }
    }

    /** What a model has one of. */
    public enum Attribute {
        NAME(ModelState::name),
        TABLE(ModelState::table),
        SCHEMA(ModelState::schema),
        COMMENT(ModelState::comment);

        private final Function<ModelState, @Nullable String> value;

        Attribute(Function<ModelState, @Nullable String> value) {
            this.value = value;
        }

        private @Nullable String of(@Nullable ModelState model) {
            return model == null ? null : value.apply(model);
        }
    }

    /** The difference of two pictures of one model. */
    public record ModelDiff(
            Set<Attribute> attributes,
            Changes<String, Field> fields,
            Changes<String, Index> indexes,
            Changes<String, Constraint> constraints) {
        public ModelDiff {
            attributes = Collections.unmodifiableSet(attributes);
        }

        /** Returns the difference between two pictures of a model, null for none. */
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
            return attributes.isEmpty()
                    && Stream.of(fields, indexes, constraints).allMatch(Changes::isEmpty);
        }

        private static <T> Changes<String, T> members(
                @Nullable ModelState before, @Nullable ModelState after, Function<ModelState, Map<String, T>> members) {
            return Changes.between(
                    before == null ? Map.of() : members.apply(before), after == null ? Map.of() : members.apply(after));
        }
    }
}
