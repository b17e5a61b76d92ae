package io.kuaka.compare;

import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ModelState;
import io.kuaka.state.ProjectState;
import io.kuaka.state.Sequence;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.Optional;

/**
 * Which ids take their numbers from which sequence. A default says it; otherwise names do, as Hibernate and others give
 * them: {@code book_seq}, {@code book_id_seq}.
 */
record GuessedSequences(SchemaNames names, Schema schema) {
    /** Returns the state with the sequences that its models probably use. */
    ProjectState in(ProjectState state) {
        ProjectState result = state;
        for (ModelKey key : state.models().keySet()) {
            ModelState model = state.model(key);
            List<Field> ids = model.primaryKey();
            Optional<Sequence> sequence = ids.size() == 1 && isNumber(ids.get(0))
                    ? schema.sequences().stream()
                            .filter(each -> isOf(model, ids.get(0), each))
                            .findFirst()
                    : Optional.empty();
            if (sequence.isPresent()) {
                Sequence stated =
                        sequence.get().withName(names.written(sequence.get().name()));
                ModelKey source = new ModelKey(key.app(), stated.name());
                if (!result.sequences().containsKey(source)) {
                    result = result.withSequence(key.app(), stated);
                }
                Field numbered = ids.get(0).withIdGenerator(new IdGenerator.FromSequence(source));
                result = result.updateModel(key, each -> each.withAlteredField(numbered));
            }
        }
        return result;
    }

    private static boolean isNumber(Field field) {
        return field.type() instanceof ColumnType type && type.family() == TypeFamily.INTEGER && !field.isIdentity();
    }

    private boolean isOf(ModelState model, Field id, Sequence sequence) {
        TableName name = Schema.nameOf(sequence);
        boolean isNamed = id.defaultValue() != null
                && id.defaultValue().toString().toLowerCase(Locale.ROOT).contains(plain(name.name()));
        boolean isBeside = id.defaultValue() == null
                && Objects.equals(name.schema(), model.schema())
                && List.of(
                                plain(model.table()) + "_seq",
                                plain(model.table()) + "_" + plain(id.columns().get(0)) + "_seq")
                        .contains(plain(name.name()));
        return isNamed || isBeside;
    }

    private static String plain(String name) {
        return name.replace("`", "").toLowerCase(Locale.ROOT);
    }
}
