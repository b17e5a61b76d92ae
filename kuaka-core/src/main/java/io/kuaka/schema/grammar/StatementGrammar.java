package io.kuaka.schema.grammar;

import io.kuaka.schema.statement.Clause;
import io.kuaka.schema.statement.Completion;
import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.ForeignKey;
import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.CheckConstraint;
import io.kuaka.state.Index;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells the statements that change or drop things. Where databases differ, the methods can be
 * overridden.
 */
public abstract class StatementGrammar extends RowGrammar {
    /** Returns whether the database supports the feature. */
    public abstract boolean supports(Feature feature);

    /** Returns the statement that changes a table by clauses. */
    public final Sql alterTable(TableName table, List<Clause> clauses) {
        String start = "alter table " + name(table);
        Sql plain = Sql.of(
                alteration(start, clauses.stream().map(Clause::sql).toList()),
                clauses.stream()
                        .map(clause -> clause.effect(catalogName(table)))
                        .reduce(Effect.NONE, Effect::and));
        return clauses.stream().allMatch(clause -> clause.completion() == null)
                ? plain
                : plain.completedBy(new Completed(start, clauses));
    }

    private static String alteration(String start, List<String> clauses) {
        return start + (clauses.size() == 1 ? " " : "\n    ") + String.join(",\n    ", clauses);
    }

    /** Clauses of which one at least is completed. */
    private record Completed(String start, List<Clause> clauses) implements Completion {
        @Override
        public String on(Connection connection) throws SQLException {
            List<String> all = new ArrayList<>();
            for (Clause clause : clauses) {
                all.add(
                        clause.completion() == null
                                ? clause.sql()
                                : clause.completion().on(connection));
            }
            return alteration(start, all);
        }
    }

    /** Returns the statement that drops a table. */
    public Sql dropTable(TableName table) {
        return Sql.of("drop table " + name(table), Effect.dropped(Effect.Kind.TABLE, catalogName(table)));
    }

    /** Returns the statement that renames a table within its schema. */
    public Sql renameTable(TableName before, TableName after) {
        return Sql.of(
                "alter table " + name(before) + " rename to " + identifier(after.name()),
                renamed(Effect.Kind.TABLE, before, after));
    }

    /** Returns the statement that renames a column. */
    public Sql renameColumn(TableName table, Rename rename) {
        return Sql.of(
                "alter table " + name(table) + " rename column " + identifier(rename.from()) + " to "
                        + identifier(rename.to()),
                renamed(Effect.Kind.COLUMN, table, rename));
    }

    /** Returns the statement that renames a constraint. */
    public Sql renameConstraint(TableName table, Rename rename) {
        return Sql.of(
                "alter table " + name(table) + " rename constraint " + identifier(rename.from()) + " to "
                        + identifier(rename.to()),
                renamed(Effect.Kind.RULE, table, rename));
    }

    /** Returns the statement that renames a unique constraint. */
    public Sql renameUnique(TableName table, Rename rename) {
        return renameConstraint(table, rename);
    }

    /** Returns the statement that renames a check to the name of {@code check}. */
    public Sql renameCheck(TableName table, String oldName, CheckConstraint check) {
        return renameConstraint(table, new Rename(oldName, check.name()));
    }

    /** Returns the statement that renames a foreign key to the name of {@code key}. */
    public List<Sql> renameForeignKey(TableName table, String oldName, ForeignKey key) {
        return List.of(renameConstraint(table, new Rename(oldName, key.name())));
    }

    /** Returns the statement that renames an index. */
    public Sql renameIndex(TableName table, Rename rename) {
        return Sql.of(
                "alter index " + name(new TableName(table.schema(), rename.from())) + " rename to "
                        + identifier(rename.to()),
                renamed(Effect.Kind.INDEX, table, rename));
    }

    /** Returns the effect of renaming a table or a sequence, or of moving it to another schema. */
    protected final Effect renamed(Effect.Kind kind, TableName before, TableName after) {
        return Effect.renamed(kind, catalogName(before), catalogName(after));
    }

    /** Returns the effect of renaming something that belongs to a table. */
    protected final Effect renamed(Effect.Kind kind, TableName table, Rename rename) {
        return Effect.renamed(kind, catalogName(table), catalogName(rename.from()), catalogName(rename.to()));
    }

    /** Returns the clause that changes a column in place. */
    public final Clause alterColumn(String column, String change) {
        return clause(Clause.Kind.ALTER_COLUMN, column, "alter column " + identifier(column) + " " + change);
    }

    /** Returns the clause that drops a column. */
    public Clause dropColumn(String column) {
        return clause(Clause.Kind.DROP_COLUMN, column, "drop column " + identifier(column));
    }

    /** Returns the clause that drops an exclusion constraint or a check. */
    public Clause dropConstraint(String constraint) {
        return dropConstraint(Clause.Kind.DROP_CONSTRAINT, constraint);
    }

    /**
     * Returns the clauses that drop a check.
     *
     * @param column the column that has the check's name, whose own it may be; null if there is none
     * @param isNameOfKey whether a unique or foreign key of the table has the check's name
     */
    public List<Clause> dropCheck(TableName table, String check, @Nullable Column column, boolean isNameOfKey) {
        return List.of(dropConstraint(check));
    }

    /** Returns the clause that drops a unique constraint. */
    public Clause dropUnique(String constraint) {
        return dropConstraint(constraint);
    }

    /** Returns the clause that drops a foreign key. */
    public Clause dropForeignKey(String constraint) {
        return dropConstraint(Clause.Kind.DROP_FOREIGN_KEY, constraint);
    }

    private Clause dropConstraint(Clause.Kind kind, String constraint) {
        return clause(kind, constraint, "drop constraint " + identifier(constraint));
    }

    /** Returns a clause about the column or constraint {@code subject}. */
    protected final Clause clause(Clause.Kind kind, String subject, String sql) {
        return new Clause(kind, catalogName(subject), sql);
    }

    /** Returns the statement that drops an index. */
    public Sql dropIndex(TableName table, Index index) {
        return Sql.of("drop index " + name(new TableName(table.schema(), index.name())), dropped(table, index));
    }

    /** Returns the effect of dropping an index. */
    protected final Effect dropped(TableName table, Index index) {
        return Effect.dropped(Effect.Kind.INDEX, catalogName(table), catalogName(index.name()));
    }

    /** Returns the statement that sets the comment of a table, or removes it for null. */
    public String commentOnTable(TableName table, @Nullable String comment) {
        return "comment on table " + name(table) + " is " + literal(comment);
    }

    /** Returns the statement that sets the comment of a column, or removes it for null. */
    public String commentOnColumn(TableName table, String column, @Nullable String comment) {
        return "comment on column " + name(table) + "." + identifier(column) + " is " + literal(comment);
    }

    /** Returns the statement that creates a schema. */
    public String createSchema(String schema) {
        return "create schema " + identifier(schema);
    }

    /** Returns the statement that drops a schema with everything in it. */
    public String dropSchema(String schema) {
        return "drop schema " + identifier(schema) + " cascade";
    }
}
