package io.kuaka.schema.session;

import io.kuaka.schema.table.TableName;

/**
 * What happens to a table or to one of its columns, as far as it matters to views, by the names at the beginning.
 *
 * @param column empty if it happens to the table
 */
public record TableTouch(TableName table, String column, Kind kind) {
    /** What happens. */
    public enum Kind {
        DROPPED,
        RENAMED,
        RETYPED;

        private String words() {
            return switch (this) {
                case DROPPED -> "is dropped";
                case RENAMED -> "is renamed";
                case RETYPED -> "gets another type";
            };
        }
    }

    /** Returns it as the beginning of a sentence. */
    public String words() {
        return (column.isEmpty() ? "Table \"" + table + "\" " : "Column \"" + column + "\" of table \"" + table + "\" ")
                + kind.words();
    }
}
