package io.kuaka.schema;

import io.kuaka.expression.Expression;
import io.kuaka.schema.conversion.TypeConversion;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Generated;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** Alters columns by {@code alter column}, with one clause for each attribute, as in the SQL standard. */
final class StandardAlterColumn {
    private final SqlGrammar grammar;
    private final TypeConversion conversion;

    StandardAlterColumn(TypeConversion conversion) {
        this.grammar = conversion.grammar();
        this.conversion = conversion;
    }

    /** Returns the steps of a change. An identity is dropped first and added last, because it allows integers only. */
    List<TableStep> steps(TableName table, ColumnChange change) {
        Column after = change.after();
        boolean changesIdentity = change.changes(ColumnAttribute.IDENTITY);
        List<TableStep> steps = new ArrayList<>();
        if (changesIdentity && change.before().isIdentity()) {
            grammar.dropIdentity().forEach(action -> steps.add(alter(table, after, action)));
        }
        TableStep.alter(table, clauses(table, change)).forEach(steps::add);
        if (change.changes(ColumnAttribute.DEFAULT) && change.before().defaultValue() != null) {
            grammar.afterDefault(change.before().defaultValue()).forEach(sql -> steps.add(new TableStep.Run(sql)));
        }
        if (changesIdentity && after.isIdentity()) {
            steps.add(alter(table, after, grammar.addIdentity(after)));
            steps.add(new TableStep.Run(grammar.restartIdentity(table, after)));
        }
        return steps;
    }

    private TableStep alter(TableName table, Column column, String action) {
        return new TableStep.Alter(table, List.of(grammar.alterColumn(column.name(), action)));
    }

    private Stream<Clause> clauses(TableName table, ColumnChange change) {
        Column before = change.before();
        Column after = change.after();
        Generated generated = before.generated();
        Expression value = after.defaultValue();
        boolean retyped = change.changes(ColumnAttribute.TYPE);
        boolean setsDefault = change.changes(ColumnAttribute.DEFAULT) || retyped;
        List<Clause> clauses = new ArrayList<>();
        Consumer<String> add = action -> clauses.add(grammar.alterColumn(after.name(), action));
        if (change.changes(ColumnAttribute.GENERATED) && generated != null && grammar.storesValues(generated)) {
            add.accept("drop expression");
        }
        if (setsDefault && before.defaultValue() != null && (retyped || value == null)) {
            add.accept("drop default");
        }
        if (retyped || change.changes(ColumnAttribute.COLLATION)) {
            clauses.add(conversion.keeping(table, change, retype(change)));
        }
        if (change.changes(ColumnAttribute.NULLABLE)) {
            add.accept((grammar.refusesNull(after) ? "set" : "drop") + " not null");
        }
        if (setsDefault && value != null) {
            add.accept("set default " + grammar.defaultOf(value));
        }
        return clauses.stream();
    }

    /** What the database converts by itself, it would leave as it is the next time. */
    private Clause retype(ColumnChange change) {
        Column after = change.after();
        String type = grammar.setType(after);
        Clause plain = grammar.alterColumn(after.name(), type);
        Clause.Retyping types = new Clause.Retyping(grammar.type(change.before().type()), grammar.type(after.type()));
        return conversion
                .using(change)
                .map(sql -> new Clause(plain.kind(), plain.subject(), plain.sql() + " using " + sql, types))
                .orElse(plain);
    }
}
