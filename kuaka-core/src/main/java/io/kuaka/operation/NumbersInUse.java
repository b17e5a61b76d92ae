package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;

/** Advances generators beyond the numbers that rows already have, so none is generated twice. */
final class NumbersInUse {
    private NumbersInUse() {}

    /**
     * Gives the row of a generator's table the number of the row that a field used before it: the rows of deleted
     * numbers don't show any more that they were in use. A table that is gone already has left nothing.
     */
    static void carry(IdGenerator former, IdGenerator generator, SchemaEditor editor, OperationContext context) {
        former.match(
                sequence -> {},
                from -> generator.match(sequence -> {}, to -> {
                    if (context.before().hasModel(from.source())) {
                        editor.carryRow(
                                from,
                                TableMapping.of(context.before(), from.source()),
                                to,
                                TableMapping.of(context.after(), to.source()));
                    }
                }));
    }

    /** Advances the generator of a field beyond the numbers in its column. */
    static void skip(
            ModelKey model, Field field, IdGenerator generator, SchemaEditor editor, OperationContext context) {
        TableName table = TableMapping.of(context.after(), model).name();
        String column = field.columns().get(0);
        generator.match(
                from -> editor.advanceSequence(context.after().sequence(from.source()), table, column),
                from -> editor.advanceRow(from, TableMapping.of(context.after(), from.source()), table, column));
    }

    /** Advances a new sequence beyond the numbers in the columns of all fields that use it. */
    static void skip(ModelKey sequence, SchemaEditor editor, OperationContext context) {
        context.after().models().forEach((key, model) -> model.fields().values().forEach(field -> context.after()
                .idGenerator(key, field)
                .filter(generator -> generator.source().equals(sequence))
                .ifPresent(generator -> skip(key, field, generator, editor, context))));
    }
}
