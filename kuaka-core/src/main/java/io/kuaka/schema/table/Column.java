package io.kuaka.schema.table;

import io.kuaka.expression.Expression;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Generated;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A column of a table. Its expressions name columns, not fields.
 *
 * @param isIdentity whether the database numbers the rows
 */
public record Column(
        String name,
        ColumnType type,
        boolean isNullable,
        boolean isIdentity,
        @Nullable Expression defaultValue,
        @Nullable Generated generated,
        @Nullable String collation,
        @Nullable String comment) {
    /** Returns this column with another name, and with other columns renamed within its expressions. */
    Column renameColumns(Map<String, String> renames) {
        return new Column(
                renames.getOrDefault(name, name),
                type,
                isNullable,
                isIdentity,
                defaultValue == null ? null : Renaming.rename(defaultValue, renames),
                generated == null
                        ? null
                        : new Generated(Renaming.rename(generated.expression(), renames), generated.stored()),
                collation,
                comment);
    }

    /** Returns this column with another type, and with the collation that goes with it. */
    public Column withType(ColumnType newType, @Nullable String newCollation) {
        return new Column(name, newType, isNullable, isIdentity, defaultValue, generated, newCollation, comment);
    }

    /** Returns a column with another name for this column's values, without any of its rules. */
    public Column asPlain(String newName) {
        return new Column(newName, type, true, false, null, null, collation, null);
    }

    /** Returns this column as one that may or may not be null. */
    public Column withNullable(boolean newNullable) {
        return new Column(name, type, newNullable, isIdentity, defaultValue, generated, collation, comment);
    }

    /** Returns this column with another default, or none for null. */
    public Column withDefault(@Nullable Expression newDefault) {
        return new Column(name, type, isNullable, isIdentity, newDefault, generated, collation, comment);
    }

    /** Returns this column with values that are computed in another way, or not at all for null. */
    public Column withGenerated(@Nullable Generated newGenerated) {
        return new Column(name, type, isNullable, isIdentity, defaultValue, newGenerated, collation, comment);
    }
}
