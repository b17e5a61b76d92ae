package io.kuaka.dialect.postgresql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.ServerSchemaEditor;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Collation;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.stream.Stream;

/** The steps on PostgreSQL: nearly everything in place, in one statement for each table and purpose. */
final class PostgresSchemaEditor extends ServerSchemaEditor {
    private final PostgresSqlGrammar grammar;
    private final PostgresCasts casts;
    private final NativeEnums enums;
    private final DeferredConstraints deferred = new DeferredConstraints();

    PostgresSchemaEditor(PostgresSqlGrammar grammar) {
        super(grammar);
        this.grammar = grammar;
        casts = new PostgresCasts(grammar);
        enums = new NativeEnums(grammar);
    }

    @Override
    protected void beforeChange(List<Table> before, List<Table> after) {
        makeDeferredChecks();
        enums.beforeChange(before, after, this::step).forEach(this::emit);
    }

    private void makeDeferredChecks() {
        deferred.beforeChange(this::step).forEach(this::emit);
    }

    @Override
    protected void afterChange(List<Table> before, List<Table> after) {
        enums.afterChange(before, after, this::step).forEach(this::emit);
    }

    @Override
    protected void beforeUserStatements() {
        deferred.beforeData().forEach(this::emit);
    }

    @Override
    protected void afterUpdate() {
        deferred.dataChanged();
        makeDeferredChecks();
    }

    @Override
    protected void renameTable(TableName before, TableName after) {
        TableName moved = new TableName(after.schema(), before.name());
        if (!Objects.equals(before.schema(), after.schema())) {
            emit(grammar.setSchema(before, after.schema()));
        }
        if (!grammar.catalogName(before.name()).equals(grammar.catalogName(after.name()))) {
            emit(grammar.renameTable(moved, after));
        }
    }

    @Override
    public void createIndexConcurrently(Table table, Index index) {
        emit(Sql.preparation(grammar.dropInvalidIndex(table.name(), index)));
        emit(grammar.createIndexConcurrently(table.name(), index));
    }

    @Override
    public void dropIndexConcurrently(Table table, Index index) {
        emit(grammar.dropIndexConcurrently(table.name(), index));
    }

    /** The check is the only thing that changes: it is added to the table itself, whatever refers to it. */
    @Override
    public void addCheckNotValid(List<TableChange> changes, String checkName) {
        Table table = changes.get(0).after();
        CheckConstraint check = table.checks().stream()
                .filter(each -> each.name().equals(checkName))
                .findFirst()
                .orElseThrow();
        flush();
        makeDeferredChecks();
        emit(grammar.alterTable(table.name(), List.of("add " + grammar.check(check) + " not valid")));
    }

    @Override
    public void validateConstraint(Table table, String constraintName) {
        flush();
        makeDeferredChecks();
        emit(grammar.alterTable(table.name(), List.of("validate constraint " + grammar.identifier(constraintName))));
    }

    @Override
    public void createExtension(String name) {
        emit("create extension if not exists " + grammar.identifier(name));
    }

    @Override
    public void dropExtension(String name) {
        emit("drop extension if exists " + grammar.identifier(name));
    }

    @Override
    public void createCollation(Collation collation) {
        emit("create collation " + grammar.identifier(collation.name()) + " (provider = " + collation.provider()
                + ", locale = " + grammar.text(collation.locale())
                + (collation.deterministic() ? "" : ", deterministic = false") + ")");
    }

    @Override
    public void dropCollation(Collation collation) {
        emit("drop collation " + grammar.identifier(collation.name()));
    }

    @Override
    protected List<String> alterColumn(TableName table, ColumnChange change) {
        Column before = change.before();
        Column after = change.after();
        String start = alterColumn(after);
        List<String> clauses = new ArrayList<>();
        if (change.changes(ColumnAttribute.GENERATED) && isStored(before)) {
            clauses.add(start + "drop expression");
        }
        boolean retyped = change.changes(ColumnAttribute.TYPE);
        boolean setsDefault = change.changes(ColumnAttribute.DEFAULT) || retyped;
        if (setsDefault && before.defaultValue() != null && (retyped || after.defaultValue() == null)) {
            clauses.add(start + "drop default");
        }
        if (retyped || change.changes(ColumnAttribute.COLLATION)) {
            clauses.add(start + retype(change));
        }
        if (change.changes(ColumnAttribute.NULLABLE)) {
            clauses.add(start + (grammar.refusesNull(after) ? "set" : "drop") + " not null");
        }
        Expression value = after.defaultValue();
        if (setsDefault && value != null) {
            clauses.add(start + "set default " + grammar.defaultOf(value));
        }
        return clauses;
    }

    private String alterColumn(Column column) {
        return "alter column " + grammar.identifier(column.name()) + " ";
    }

    private String retype(ColumnChange change) {
        Column after = change.after();
        return "type " + grammar.columnType(after) + grammar.collate(after)
                + casts.using(change).map(sql -> " using " + sql).orElse("");
    }

    private static boolean isStored(Column column) {
        return column.generated() != null && column.generated().stored();
    }

    /** A type that isn't an integer can't be that of an identity, which goes by itself before and comes by itself after. */
    @Override
    protected void beforeAlterColumn(TableName table, ColumnChange change) {
        if (change.changes(ColumnAttribute.GENERATED) && !isStored(change.before())) {
            copyComputedValues(table, change.after());
        }
        if (change.changes(ColumnAttribute.IDENTITY) && change.before().identity()) {
            alter(table, Stream.of(alterColumn(change.after()) + "drop identity"));
        }
    }

    /** A virtual column has no values that it could keep, so they are copied into a new one. */
    private void copyComputedValues(TableName table, Column after) {
        String copy = "kuaka__" + after.name().replace("`", "");
        String definition = grammar.identifier(copy) + " " + grammar.columnType(after) + grammar.collate(after);
        emit(grammar.alterTable(table, List.of(grammar.addColumn(definition))));
        emit("update " + grammar.name(table) + " set " + grammar.identifier(copy) + " = "
                + grammar.identifier(after.name()));
        emit(grammar.alterTable(table, List.of(grammar.dropColumn(after.name()))));
        emit(grammar.renameColumn(table, new Rename(copy, after.name())));
    }

    /** The numbers go on after those that are there. */
    @Override
    protected void afterAlterColumn(TableName table, ColumnChange change) {
        Column after = change.after();
        if (change.changes(ColumnAttribute.IDENTITY) && after.identity()) {
            alter(table, Stream.of(alterColumn(after) + "add generated by default as identity"));
            String sequence = "pg_get_serial_sequence(" + grammar.text(grammar.name(table)) + ", "
                    + grammar.text(grammar.catalogName(after.name())) + ")";
            emit("select setval(" + sequence + ", coalesce(max(" + grammar.identifier(after.name())
                    + "), 0) + 1, false) from " + grammar.name(table));
        }
    }
}
