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

    /**
     * Returns the statements that advance the row of a generator's table to the number of a former row. If the blocks
     * are longer, the next one begins where it would have begun.
     */
    public final List<Sql> carryRow(
            IdGenerator.FromTable before, Table rowsBefore, IdGenerator.FromTable after, Table rowsAfter) {
        boolean descends = after.increment() < 0;
        long longer = after.increment() - before.increment();
        long moved = descends ? Math.min(0, longer) : Math.max(0, longer);
        String next = (descends ? "min(" : "max(") + identifier(numberColumn(rowsBefore)) + ")";
        // As a table of its own, for MySQL doesn't read the table that it updates.
        String former = "(select " + plus(next, moved) + " as next_number from " + name(rowsBefore.name()) + " where "
                + identifier(rowsBefore.primaryKey().get(0)) + " = " + text(before.row()) + ") former_row";
        return advanceRow(after, rowsAfter, "next_number", former, " where ");
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
        return plus((increment < 0 ? "min(" : "max(") + identifier(column) + ")", increment);
    }

    private String farther(long increment, String number, String other) {
        return increment < 0 ? lesser(number, other) : greater(number, other);
    }

    private static String plus(String number, long more) {
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
