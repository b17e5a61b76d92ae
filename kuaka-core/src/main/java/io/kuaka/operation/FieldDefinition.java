package io.kuaka.operation;

import io.kuaka.expression.Expression;
import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.source.JavaSource;
import io.kuaka.source.Literals;
import io.kuaka.state.Field;
import io.kuaka.state.Generated;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** An operation that adds or redefines a field. */
interface FieldDefinition extends FieldOperation {
    /** Returns the field as it is after this operation. */
    Field field();

    /** Returns what rows without a value get; null if nothing is needed. */
    @Nullable
    Expression oneOffDefault();

    /** Returns the reduction of this operation and a later one on the same field; empty if they stay two. */
    Optional<Reduction> joined(FieldOperation next);

    @Override
    default void execute(SchemaEditor editor, OperationContext context) {
        Expression fill = oneOffDefault();
        Map<String, Expression> fills = fill == null ? Map.of() : Map.of(fieldName(), fill);
        ModelKey key = context.key(model());
        Field before = context.before().model(key).fields().get(fieldName());
        NumbersInUse numbers = new NumbersInUse(key, before, field(), editor, context);
        numbers.beforeChange();
        editor.alterTables(context.changes(model(), Map.of(), fills));
        numbers.afterChange();
    }

    @Override
    default String fieldName() {
        return field().name();
    }

    @Override
    default Set<ModelKey> referred() {
        Set<ModelKey> referred = new TreeSet<>();
        if (field().isReference()) {
            referred.add(field().requireReference().to());
        }
        IdGenerator generator = field().idGenerator();
        if (generator != null) {
            referred.add(generator.source());
        }
        return referred;
    }

    @Override
    default Optional<Expression> fill() {
        return Optional.ofNullable(oneOffDefault());
    }

    @Override
    default List<Expression> values() {
        Generated generated = field().generated();
        return Stream.of(oneOffDefault(), generated == null ? null : generated.expression())
                .filter(Objects::nonNull)
                .toList();
    }

    @Override
    default Reduction reduce(String app, Operation next) {
        Optional<Reduction> joined = next instanceof FieldOperation other
                        && other.model().equals(model())
                        && other.fieldName().equals(fieldName())
                ? joined(other)
                : Optional.empty();
        return joined.orElseGet(
                () -> mayPassColumns(next) ? Reduction.blocks() : FieldOperation.super.reduce(app, next));
    }

    /** One of two fields may take a column that the other one frees, as in an exchange. */
    private boolean mayPassColumns(Operation next) {
        return next instanceof FieldDefinition other
                && other.model().equals(model())
                && !field().hasDefaultColumns()
                && !other.field().hasDefaultColumns();
    }

    @Override
    default JavaSource toSource() {
        List<JavaSource> arguments = new ArrayList<>(List.of(Literals.string(model()), field().toSource()));
        Expression fill = oneOffDefault();
        if (fill != null) {
            arguments.add(fill.toSource());
        }
        return JavaSource.construct(getClass(), arguments);
    }
}
