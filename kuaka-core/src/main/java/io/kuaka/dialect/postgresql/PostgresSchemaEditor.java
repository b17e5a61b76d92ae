package io.kuaka.dialect.postgresql;

import io.kuaka.expression.Expression;
import io.kuaka.schema.AlterTableEditor;
import io.kuaka.schema.KeySwap;
import io.kuaka.schema.TableStep;
import io.kuaka.schema.diff.TableChange;
import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Collation;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import io.kuaka.state.UniqueConstraint;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;

/** The steps on PostgreSQL: nearly everything in place, in one statement for each table and purpose. */
final class PostgresSchemaEditor extends AlterTableEditor {
    private final PostgresSqlGrammar grammar;
    private final NativeEnums enums;
    private final DeferredConstraints deferred = new DeferredConstraints();

    PostgresSchemaEditor(PostgresSqlGrammar grammar, PostgresTypeConversion conversion) {
        super(conversion);
        this.grammar = grammar;
        enums = new NativeEnums(grammar, this::emit, this::alter);
    }

    @Override
    protected void beforeChange(List<Table> before, List<Table> after, List<Expression> fills) {
        checkDeferred();
        enums.beforeChange(after, fills, this::context);
    }

    /** A type is made or changed by the operation that does so in the state. */
    @Override
    protected boolean canWait(TableChange change) {
        return NativeEnums.in(change.before()).equals(NativeEnums.in(change.after()));
    }

    private void checkDeferred() {
        deferred.beforeChange(this::context).forEach(this::emit);
    }

    /**
     * Within {@code create table}, PostgreSQL makes one constraint of several over the same columns, without a word, and so
     * of a unique constraint over the primary key.
     */
    @Override
    protected List<UniqueConstraint> lateUniques(Table table) {
        Set<List<String>> seen = new HashSet<>(Set.of(table.primaryKey()));
        return table.uniques().stream()
                .filter(unique -> !seen.add(unique.fieldNames()))
                .toList();
    }

    @Override
    protected void afterChange(List<Table> before, List<Table> after) {
        enums.afterChange(before, this::context);
    }

    @Override
    protected void beforeUserStatements() {
        deferred.beforeData().forEach(this::emit);
    }

    @Override
    protected List<Sql> afterUpdate() {
        deferred.dataChanged();
        return deferred.beforeChange(this::context);
    }

    @Override
    protected List<Sql> renameTable(TableName before, TableName after) {
        TableName moved = new TableName(after.schema(), before.name());
        List<Sql> statements = new ArrayList<>();
        if (!Objects.equals(before.schema(), after.schema())) {
            statements.add(grammar.setSchema(Effect.Kind.TABLE, before, after.schema()));
        }
        if (!grammar.catalogName(before.name()).equals(grammar.catalogName(after.name()))) {
            statements.add(grammar.renameTable(moved, after));
        }
        return statements;
    }

    @Override
    protected boolean swapsKeys() {
        return true;
    }

    @Override
    protected TableStep swap(TableName table, KeySwap swap) {
        return swap.isIndexFirst()
                ? new TableStep.Alter(table, List.of(grammar.uniqueUsing(swap.unique(), swap.index())))
                : new TableStep.Run(grammar.indexInsteadOf(table, swap.unique(), swap.index()));
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

    /** Only the check changes, so it is added to the table itself, whatever refers to it. */
    @Override
    public void addCheckNotValid(List<TableChange> changes, String checkName) {
        Table table = changes.get(0).after();
        alter(table, grammar.addCheckNotValid(table.check(checkName)));
    }

    @Override
    public void validateConstraint(Table table, String constraintName) {
        alter(table, grammar.validateConstraint(constraintName));
    }

    private void alter(Table table, Clause clause) {
        releaseHeld();
        checkDeferred();
        emit(grammar.alterTable(table.name(), List.of(clause)));
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
        emit(Sql.of(
                "create collation " + grammar.identifier(collation.name()) + " (provider = " + collation.provider()
                        + ", locale = " + grammar.text(collation.locale())
                        + (collation.deterministic() ? "" : ", deterministic = false") + ")",
                Effect.created(words(collation))));
    }

    @Override
    public void dropCollation(Collation collation) {
        emit(Sql.of("drop collation " + grammar.identifier(collation.name()), Effect.dropped(words(collation))));
    }

    private String words(Collation collation) {
        return "collation " + grammar.catalogName(collation.name());
    }
}
