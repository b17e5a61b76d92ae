package io.kuaka.impact;

import io.kuaka.state.ColumnType;
import java.util.List;
import java.util.stream.Collectors;

/** Data that an operation loses, or a reason why it may fail on existing rows; one record for each kind. */
public sealed interface DataLoss {
    /** Returns the table that is affected. */
    String table();

    /** Returns it as a sentence. */
    String describe();

    /** A table is dropped. */
    record DroppedTable(String table) implements DataLoss {
        @Override
        public String describe() {
            return "Drops the table " + quoted(table) + " with all its rows.";
        }
    }

    /** The columns of a field are dropped. */
    record DroppedColumns(String table, List<String> columns) implements DataLoss {
        public DroppedColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "Drops " + columnsOf(table, columns) + " with all "
                    + (columns.size() == 1 ? "its values." : "their values.");
        }
    }

    /** A table that was dropped is created again. */
    record RestoredTable(String table) implements DataLoss {
        @Override
        public String describe() {
            return "Restores the table " + quoted(table) + " without its rows.";
        }
    }

    /**
     * The columns of a field that was removed are added again.
     *
     * @param isNullable whether rows get null, not a neutral value
     * @param isUnique whether no two rows may have the same value
     */
    record RestoredColumns(String table, List<String> columns, boolean isNullable, boolean isUnique)
            implements DataLoss {
        public RestoredColumns {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "Restores " + columnsOf(table, columns) + " without "
                    + (columns.size() == 1 ? "its values" : "their values")
                    + (isNullable ? "." : neutralValues());
        }

        private String neutralValues() {
            return isUnique
                    ? "; a row gets neutral values. Since they are unique, more than one row makes the migration fail."
                    : "; rows get neutral values.";
        }
    }

    /** A constraint is added to a table whose rows may violate it. */
    record NewConstraint(String table, String constraint) implements DataLoss {
        @Override
        public String describe() {
            return "Adds the constraint " + quoted(constraint) + " to " + quoted(table)
                    + "; rows that violate it make the migration fail.";
        }
    }

    /** The columns of a field become unique. */
    record NewUniqueness(String table, List<String> columns) implements DataLoss {
        public NewUniqueness {
            columns = List.copyOf(columns);
        }

        @Override
        public String describe() {
            return "Makes " + quoted(columns) + " of " + quoted(table)
                    + " unique; duplicate values make the migration fail.";
        }
    }

    /** A column becomes NOT NULL without a backfill. */
    record NewNotNull(String table, String column) implements DataLoss {
        @Override
        public String describe() {
            return "Makes " + quoted(column) + " of " + quoted(table)
                    + " NOT NULL; rows with null make the migration fail.";
        }
    }

    /** A column gets a type that doesn't hold all values of the old one. */
    record NarrowedType(String table, String column, ColumnType from, ColumnType to) implements DataLoss {
        @Override
        public String describe() {
            return "Changes the type of " + quoted(column) + " of " + quoted(table)
                    + "; values that don't fit make the migration fail.";
        }
    }

    /** A column gets a type that its values can't be converted to; no database makes the change. */
    record InconvertibleType(String table, String column, ColumnType from, ColumnType to) implements DataLoss {
        @Override
        public String describe() {
            return "Changes the type of " + quoted(column) + " of " + quoted(table) + " from "
                    + from.kind().factory() + " to " + to.kind().factory() + "; their values aren't convertible.";
        }
    }

    /** An enum loses constants. */
    record RemovedConstants(String table, String column, List<String> constants) implements DataLoss {
        public RemovedConstants {
            constants = List.copyOf(constants);
        }

        @Override
        public String describe() {
            return "Removes " + String.join(", ", constants) + " from the enum " + quoted(column) + " of "
                    + quoted(table) + "; rows with removed values make the migration fail.";
        }
    }

    /**
     * A column or a table is renamed, and raw SQL that may mention it keeps the old name.
     *
     * @param renamed what is renamed, as in {@code column "pages" of "book"}
     * @param owner what the SQL belongs to, as in {@code the constraint "book_pages"}
     */
    record UnfollowedSql(String table, String renamed, String owner) implements DataLoss {
        @Override
        public String describe() {
            return "Renames the " + renamed + ", which the SQL of " + owner
                    + " may mention. Kuaka can't read that SQL and leaves it unchanged; adapt it if it does.";
        }
    }

    private static String columnsOf(String table, List<String> columns) {
        return (columns.size() == 1 ? "the column " : "the columns ") + quoted(columns) + " of " + quoted(table);
    }

    private static String quoted(List<String> names) {
        return names.stream().map(DataLoss::quoted).collect(Collectors.joining(", "));
    }

    private static String quoted(String name) {
        return "\"" + name + "\"";
    }
}
