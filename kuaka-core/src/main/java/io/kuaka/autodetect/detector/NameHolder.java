package io.kuaka.autodetect.detector;

import io.kuaka.state.Field;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.Names;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Reference;
import io.kuaka.state.Sequence;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * A part of the state whose name is unique in a database.
 *
 * <p>Databases differ in what shares a namespace, and whether case matters. If in doubt, two names are the same:
 * waiting for a free name does no harm.
 *
 * @param key the model that the part belongs to, or the sequence
 */
record NameHolder(
        Kind kind, ModelKey key, String name, @Nullable String schema) {
    /** What has names. */
    enum Kind {
        TABLE,
        SEQUENCE,
        INDEX,
        CONSTRAINT,
        /** A constraint that is named after its table and columns, and is renamed only with them. */
        UNNAMED_CONSTRAINT
    }

    /** Returns the parts of those models and sequences of a state that differ in another one. */
    static Stream<NameHolder> in(ProjectState state, ProjectState other) {
        Stream<NameHolder> models = state.models().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.models().get(entry.getKey())))
                .flatMap(entry -> of(entry.getKey(), entry.getValue()));
        Stream<NameHolder> sequences = state.sequences().entrySet().stream()
                .filter(entry -> !entry.getValue().equals(other.sequences().get(entry.getKey())))
                .map(entry -> of(entry.getKey(), entry.getValue()));
        return Stream.concat(models, sequences);
    }

    private static NameHolder of(ModelKey key, Sequence sequence) {
        return new NameHolder(Kind.SEQUENCE, key, sequence.name(), sequence.schema());
    }

    private static Stream<NameHolder> of(ModelKey key, ModelState model) {
        return Stream.of(
                        Stream.of(part(Kind.TABLE, key, model, model.table())),
                        model.indexes().keySet().stream().map(name -> part(Kind.INDEX, key, model, name)),
                        model.constraints().keySet().stream().map(name -> part(Kind.CONSTRAINT, key, model, name)),
                        model.fields().values().stream()
                                .flatMap(field -> unnamed(model, field))
                                .map(name -> part(Kind.UNNAMED_CONSTRAINT, key, model, name)))
                .flatMap(parts -> parts);
    }

    private static Stream<String> unnamed(ModelState model, Field field) {
        Stream<String> unique =
                field.isUnique() ? Stream.of(Names.unique(model.table(), field.columns())) : Stream.empty();
        Stream<String> foreignKey = field.type() instanceof Reference reference && reference.constrained()
                ? Stream.of(
                        reference.constraintName() == null
                                ? Names.foreignKey(model.table(), field.columns())
                                : reference.constraintName())
                : Stream.empty();
        return Stream.concat(unique, foreignKey);
    }

    private static NameHolder part(Kind kind, ModelKey key, ModelState model, String name) {
        return new NameHolder(kind, key, name, model.schema());
    }

    /** Returns the name with its schema, as databases that ignore case compare it. */
    String comparedName() {
        return ((schema == null ? "" : schema) + "." + name).replace("`", "").toLowerCase(Locale.ROOT);
    }
}
