package io.kuaka.schema.grammar;

import io.kuaka.schema.table.Rename;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.Index;
import io.kuaka.state.Sequence;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells the statements that change or drop what is there. Those that databases spell in different ways
 * are the methods that can be overridden.
 */
public abstract class StatementGrammar extends RowGrammar {
    /** Returns the statement that makes several changes of a table, written as clauses, at once. */
    public final String alterTable(TableName table, List<String> clauses) {
        String start = "alter table " + name(table);
        return clauses.size() == 1 ? start + " " + clauses.get(0) : start + "\n    " + String.join(",\n    ", clauses);
    }

    /** Returns the statement that drops a table. */
    public String dropTable(TableName table) {
        return "drop table " + name(table);
    }

    /** Returns the statement that renames a table within its schema. */
    public String renameTable(TableName before, TableName after) {
        return "alter table " + name(before) + " rename to " + identifier(after.name());
    }

    /** Returns the statement that renames a column. */
    public String renameColumn(TableName table, Rename rename) {
        return "alter table " + name(table) + " rename column " + identifier(rename.from()) + " to "
                + identifier(rename.to());
    }

    /** Returns the statement that renames a constraint. */
    public String renameConstraint(TableName table, Rename rename) {
        return "alter table " + name(table) + " rename constraint " + identifier(rename.from()) + " to "
                + identifier(rename.to());
    }

    /** Returns the statement that renames an index. */
    public String renameIndex(TableName table, Rename rename) {
        return "alter index " + name(new TableName(table.schema(), rename.from())) + " rename to "
                + identifier(rename.to());
    }

    /** Returns the clause that adds a column. */
    public String addColumn(String definition) {
        return "add column " + definition;
    }

    /** Returns the clause that drops a column. */
    public String dropColumn(String column) {
        return "drop column " + identifier(column);
    }

    /** Returns the clause that adds a constraint. */
    public String addConstraint(String definition) {
        return "add " + definition;
    }

    /** Returns the clause that drops a unique constraint, an exclusion constraint or a check. */
    public String dropConstraint(String constraint) {
        return "drop constraint " + identifier(constraint);
    }

    /** Returns the clause that drops a primary key. */
    public String dropPrimaryKey(String constraint) {
        return dropConstraint(constraint);
    }

    /** Returns the clause that drops a foreign key. */
    public String dropForeignKey(String constraint) {
        return dropConstraint(constraint);
    }

    /** Returns the statement that drops an index. */
    public String dropIndex(TableName table, Index index) {
        return "drop index " + name(new TableName(table.schema(), index.name()));
    }

    /** Returns the statement that gives a table a comment, or takes it away for null. */
    public String commentOnTable(TableName table, @Nullable String comment) {
        return "comment on table " + name(table) + " is " + literal(comment);
    }

    /** Returns the statement that gives a column a comment, or takes it away for null. */
    public String commentOnColumn(TableName table, String column, @Nullable String comment) {
        return "comment on column " + name(table) + "." + identifier(column) + " is " + literal(comment);
    }

    /** Returns the statements that make a sequence. */
    public List<String> createSequence(Sequence sequence) {
        return List.of("create sequence " + name(sequence) + " start with " + sequence.start() + " increment by "
                + sequence.increment());
    }

    /** Returns the statements that change a sequence; numbers that were given out stay behind. */
    public List<String> alterSequence(Sequence before, Sequence after) {
        return List.of("alter sequence " + name(after) + " start with " + after.start() + " increment by "
                + after.increment());
    }

    /** Returns the statements that give a sequence another name or schema; its next number stays what it was. */
    public List<String> renameSequence(Sequence before, Sequence after) {
        return isSameName(before, after)
                ? List.of()
                : List.of("alter sequence " + name(before) + " rename to " + identifier(after.name()));
    }

    /** Returns whether two sequences have the same name within their schema. */
    protected final boolean isSameName(Sequence sequence, Sequence other) {
        return catalogName(sequence.name()).equals(catalogName(other.name()));
    }

    /** Returns the statement that drops a sequence. */
    public String dropSequence(Sequence sequence) {
        return "drop sequence " + name(sequence);
    }

    /** Returns the statement that makes a schema. */
    public String createSchema(String schema) {
        return "create schema " + identifier(schema);
    }

    /** Returns the statement that drops a schema with all that is in it. */
    public String dropSchema(String schema) {
        return "drop schema " + identifier(schema) + " cascade";
    }
}
