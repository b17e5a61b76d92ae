package io.kuaka.schema.conversion;

import io.kuaka.base.MigrationException;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import java.io.Serial;
import org.jspecify.annotations.Nullable;

/** Thrown when a column is to get a type that its values can't be converted to, before anything is changed. */
public final class InconvertibleTypeException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    private final transient TableName table;
    private final String column;
    private final transient ColumnType from;
    private final transient ColumnType to;

    public InconvertibleTypeException(TableName table, String column, ColumnType from, ColumnType to) {
        this(table, column, from, to, null);
    }

    private InconvertibleTypeException(
            TableName table, String column, ColumnType from, ColumnType to, @Nullable String place) {
        super("Column \"" + column + "\" of table \"" + table + "\" can't change from "
                + from.kind().factory() + " to " + to.kind().factory() + (place == null ? "" : " in " + place)
                + ": their values aren't convertible. Replace the column in four steps: add a nullable"
                + " field of the new type, fill it with RunJava or RunSql, remove the old field, and rename"
                + " the new one.");
        this.table = table;
        this.column = column;
        this.from = from;
        this.to = to;
    }

    /** Returns the table. */
    public TableName table() {
        return table;
    }

    /** Returns the column. */
    public String column() {
        return column;
    }

    /** Returns the type that the column has. */
    public ColumnType from() {
        return from;
    }

    /** Returns the type that the column was to get. */
    public ColumnType to() {
        return to;
    }

    @Override
    public MigrationException at(String place) {
        return new InconvertibleTypeException(table, column, from, to, place);
    }
}
