package io.kuaka.operation;

import io.kuaka.schema.OperationContext;
import io.kuaka.schema.SchemaEditor;
import io.kuaka.schema.grammar.Feature;
import io.kuaka.schema.grammar.NextNumber;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableMapping;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Field;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.ModelKey;
import io.kuaka.state.ProjectState;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * Advances what numbers the rows of a field beyond the numbers in use, so none is generated twice: those that rows have,
 * and those that its predecessor gave out, for the rows of deleted numbers don't show any more that they were in use.
 */
record NumbersInUse(
        ModelKey model, @Nullable Field before, Field after, SchemaEditor editor, OperationContext context) {
    /** Passes on the number of an identity that becomes none: the change deletes it. */
    void beforeChange() {
        if (before != null && isIdentity(before)) {
            generator(context.after(), after).ifPresent(generator -> identity(context.before(), before)
                    .flatMap(column -> editor.nextNumber(table(context.before()).name(), column))
                    .ifPresent(former -> carry(former, generator)));
        }
    }

    /** Advances the generator, or the identity, that numbers the rows now. */
    void afterChange() {
        Optional<IdGenerator> former = before == null ? Optional.empty() : generator(context.before(), before);
        Optional<IdGenerator> present = generator(context.after(), after);
        present.filter(generator -> !former.equals(present)).ifPresent(generator -> {
            former.flatMap(this::next).ifPresent(next -> carry(next, generator));
            skip(model, after, generator, editor, context);
        });
        if (isIdentity(after)) {
            former.flatMap(this::next).ifPresent(next -> identity(context.after(), after)
                    .ifPresent(column ->
                            editor.advanceIdentity(table(context.after()).name(), column, next)));
        }
    }

    /** A native id doesn't use its generator where it is an identity. */
    private boolean isIdentity(Field field) {
        return field.isIdentity()
                && (field.idGenerator() == null || editor.grammar().supports(Feature.NATIVE_IDENTITIES));
    }

    private Optional<IdGenerator> generator(ProjectState state, Field field) {
        return isIdentity(field) ? Optional.empty() : state.idGenerator(model, field);
    }

    private Table table(ProjectState state) {
        return TableMapping.of(state, model);
    }

    private Optional<Column> identity(ProjectState state, Field field) {
        return table(state).column(field.columns().get(0));
    }

    /** A sequence or a table that is gone already has left nothing. */
    private Optional<NextNumber> next(IdGenerator generator) {
        ProjectState state = context.before();
        AtomicReference<@Nullable NextNumber> next = new AtomicReference<>();
        generator.match(
                sequence -> Optional.ofNullable(state.sequences().get(sequence.source()))
                        .filter(editor.grammar()::has)
                        .ifPresent(known -> next.set(editor.grammar().nextNumber(known))),
                row -> {
                    if (state.hasModel(row.source())) {
                        next.set(editor.grammar().nextNumber(row, TableMapping.of(state, row.source())));
                    }
                });
        return Optional.ofNullable(next.get());
    }

    private void carry(NextNumber former, IdGenerator generator) {
        generator.match(
                sequence -> editor.advanceSequence(context.after().sequence(sequence.source()), former),
                row -> editor.advanceRow(row, TableMapping.of(context.after(), row.source()), former));
    }

    /** Advances the generator of a field beyond the numbers in its column. */
    private static void skip(
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
