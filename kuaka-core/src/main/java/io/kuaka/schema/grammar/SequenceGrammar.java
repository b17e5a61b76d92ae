package io.kuaka.schema.grammar;

import io.kuaka.schema.statement.Effect;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.IdGenerator;
import io.kuaka.state.Sequence;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.UnaryOperator;

/**
 * How a database spells statements about sequences. If it has none, a table with one row stands for each, as in
 * Hibernate.
 *
 * <p>An application may take a number as the last one of a block as long as the increment, as Hibernate's pooled
 * optimizer does: the block of the next number has to be beyond all used numbers.
 */
public abstract class SequenceGrammar extends StatementGrammar {
    /** Returns the statement that makes {@code change} of the next number of a sequence its next number. */
    protected Sql changeNext(Sequence sequence, UnaryOperator<String> change) {
        return Sql.rows("update " + name(sequence) + " set next_val = " + change.apply("next_val"));
    }

    /** Returns the greater of two numbers. */
    protected String greater(String number, String other) {
        return "greatest(" + number + ", " + other + ")";
    }

    /** Returns where the next number of a sequence is read without taking it, if the database allows that. */
    public NextNumber nextNumber(Sequence sequence) {
        return new NextNumber("next_val", " from " + name(sequence), sequence.increment());
    }

    /** Returns where the next number of a generator's row is read: Hibernate keeps the last number there, not the next one. */
    public final NextNumber nextNumber(IdGenerator.FromTable generator, Table rows) {
        return new NextNumber(
                plus(farthest(generator.increment(), numberColumn(rows)), 1),
                " from " + name(rows.name()) + " where "
                        + identifier(rows.primaryKey().get(0)) + " = " + text(generator.row()),
                generator.increment());
    }

    /** Returns where the next number of an identity is read, if the database keeps it apart from the rows. */
    public Optional<NextNumber> nextNumber(TableName table, Column column) {
        return Optional.empty();
    }

    /**
     * Returns the statements that make an identity continue after the numbers in the table and those taken from a
     * former generator; none if the database looks at the rows only.
     */
    public List<Sql> advanceIdentity(TableName table, Column column, NextNumber former) {
        return List.of();
    }

    /** Returns the statement that makes the numbers of an identity continue after those in the table. */
    public final Sql restartIdentity(TableName table, Column column) {
        return restartIdentity(table, column, afterRows(column));
    }

    /** Returns the statement that makes an identity continue with a number that is a term of a query of its table. */
    protected Sql restartIdentity(TableName table, Column column, String number) {
        return Sql.of("alter table " + name(table) + " alter column " + identifier(column.name())
                + " restart with (select " + number + " from " + name(table) + ")");
    }

    /** Returns the number after those of a column and those taken from a former generator, as a term of a query. */
    public final String afterAll(Column column, NextNumber former) {
        return greater(afterRows(column), "coalesce(" + former.query(1) + ", 1)");
    }

    private String afterRows(Column column) {
        return "coalesce(max(" + identifier(column.name()) + "), 0) + 1";
    }

    /** Returns the lesser of two numbers. */
    protected String lesser(String number, String other) {
        return "least(" + number + ", " + other + ")";
    }

    /** Returns what follows the definition of a sequence, with a space before it. */
    protected String sequenceSuffix() {
        return "";
    }

    /** Returns the words that choose the storage of a table, with a space before them. */
    protected String engineClause() {
        return "";
    }

    /** Returns whether a sequence exists here, or a table in its place. */
    public final boolean has(Sequence sequence) {
        return !sequence.isForNativeIds() || !supports(Feature.NATIVE_IDENTITIES);
    }

    /** Returns the statements that make a sequence. */
    public final List<Sql> createSequence(Sequence sequence) {
        return supports(Feature.SEQUENCES)
                ? List.of(Sql.of(
                        "create sequence " + name(sequence) + numbering(sequence) + sequenceSuffix(),
                        Effect.created(Effect.Kind.SEQUENCE, catalogName(tableName(sequence)))))
                : List.of(
                        Sql.of(
                                "create table " + name(sequence) + " (next_val bigint)" + engineClause(),
                                Effect.created(Effect.Kind.TABLE, catalogName(tableName(sequence)))),
                        Sql.rows("insert into " + name(sequence) + " values (" + sequence.start() + ")"));
    }

    /**
     * Returns the statements that change the start and the increment of a sequence. A later start is meant for future
     * numbers, so the next number follows it. If the increment changes, the block of the next number begins where it
     * would have begun.
     */
    public final List<Sql> alterSequence(Sequence before, Sequence after) {
        List<Sql> statements = new ArrayList<>();
        long increment = after.increment();
        long longer = increment - before.increment();
        long first = longer == 0 ? after.start() : after.start() + increment - Long.signum(increment);
        boolean startsFarther = increment < 0 ? after.start() < before.start() : after.start() > before.start();
        if (longer != 0 || startsFarther) {
            statements.add(changeNext(before, next -> farther(increment, plus(next, longer), Long.toString(first))));
        }
        if (supports(Feature.SEQUENCES)) {
            statements.add(Sql.of("alter sequence " + name(after) + renumbering(after)));
        }
        return statements;
    }

    /** Returns the clause that changes the start and the increment of a sequence, with a space before it. */
    protected String renumbering(Sequence sequence) {
        return numbering(sequence);
    }

    private static String numbering(Sequence sequence) {
        return " start with " + sequence.start() + " increment by " + sequence.increment();
    }

    /** Returns the statements that rename a sequence or move it to another schema; its next number stays the same. */
    public List<Sql> renameSequence(Sequence before, Sequence after) {
        if (isSameName(before, after)) {
            return List.of();
        }
        return supports(Feature.SEQUENCES)
                ? List.of(Sql.of(
                        "alter sequence " + name(before) + " rename to " + identifier(after.name()),
                        renamed(Effect.Kind.SEQUENCE, tableName(before), tableName(after))))
                : List.of(renameTable(tableName(before), tableName(after)));
    }

    /** Returns whether two sequences have the same name within their schema. */
    protected final boolean isSameName(Sequence sequence, Sequence other) {
        return catalogName(sequence.name()).equals(catalogName(other.name()));
    }

    /** Returns the statement that advances a sequence until its next number is beyond those of a column. */
    public final Sql advanceSequence(Sequence sequence, TableName table, String column) {
        String beyond = "coalesce((select " + beyond(sequence.increment(), column) + " from " + name(table) + "), "
                + sequence.start() + ")";
        return changeNext(sequence, next -> farther(sequence.increment(), next, beyond));
    }

    /**
     * Returns the statements that do the same for the row of a generator's table, which is inserted if it doesn't
     * exist.
     */
    public final List<Sql> advanceRow(IdGenerator.FromTable generator, Table rows, TableName table, String column) {
        String beyond = beyond(generator.increment(), column);
        return advanceRow(generator, rows, beyond, name(table), " having ");
    }

    /** Returns the statements that advance a sequence to the number of what numbered rows before. */
    public final List<Sql> advanceSequence(Sequence sequence, NextNumber former) {
        long increment = sequence.increment();
        String beyond = "coalesce(" + former.query(increment) + ", " + sequence.start() + ")";
        return former.suits(increment)
                ? List.of(changeNext(sequence, next -> farther(increment, next, beyond)))
                : List.of();
    }

    /** Returns the statements that advance the row of a generator's table to the number of what numbered rows before. */
    public final List<Sql> advanceRow(IdGenerator.FromTable generator, Table rows, NextNumber former) {
        // As a table of its own, for MySQL doesn't read the table that it updates.
        String from = former.query(generator.increment()) + " former_row";
        return former.suits(generator.increment())
                ? advanceRow(generator, rows, plus("next_number", -1), from, " where ")
                : List.of();
    }

    private List<Sql> advanceRow(
            IdGenerator.FromTable generator, Table rows, String next, String from, String condition) {
        String into = name(rows.name());
        String key = identifier(rows.primaryKey().get(0));
        String number = identifier(numberColumn(rows));
        String row = text(generator.row());
        String query = "(select " + next + " from " + from + ")";
        return List.of(
                Sql.rows("update " + into + " set " + number + " = " + query + " where " + key + " = " + row + " and "
                        + number + (generator.increment() < 0 ? " > " : " < ") + query),
                Sql.rows("insert into " + into + " (" + key + ", " + number + ") select " + row + ", " + next
                        + " from " + from + condition + next + " is not null and not exists (select 1 from "
                        + into + " where " + key + " = " + row + ")"));
    }

    private static String numberColumn(Table rows) {
        return rows.columns().stream()
                .map(Column::name)
                .filter(name -> !rows.primaryKey().contains(name))
                .findFirst()
                .orElseThrow();
    }

    /** Returns the first number whose whole block is beyond those of a column; null without rows. */
    private String beyond(long increment, String column) {
        return plus(farthest(increment, column), increment);
    }

    private String farthest(long increment, String column) {
        return (increment < 0 ? "min(" : "max(") + identifier(column) + ")";
    }

    private String farther(long increment, String number, String other) {
        return increment < 0 ? lesser(number, other) : greater(number, other);
    }

    static String plus(String number, long more) {
        if (more == 0) {
            return number;
        }
        return number + (more < 0 ? " - " + -more : " + " + more);
    }

    /** Returns the statement that drops a sequence. */
    public final Sql dropSequence(Sequence sequence) {
        return supports(Feature.SEQUENCES)
                ? Sql.of(
                        "drop sequence " + name(sequence),
                        Effect.dropped(Effect.Kind.SEQUENCE, catalogName(tableName(sequence))))
                : dropTable(tableName(sequence));
    }
}
