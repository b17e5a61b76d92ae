package io.kuaka.schema.conversion;

import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.TypeFamily;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * How a database carries the values of a column into another type.
 *
 * <p>Which types can become which, and what may be lost, is the same on every database: {@link ConversionRules} say so.
 * A conversion spells the conditions that find values that don't fit, and the expressions and statements that convert the
 * others. Stateless; safe for use by several threads.
 */
public abstract class TypeConversion {
    private final SqlGrammar grammar;

    /** Makes the conversion of a database that spells as {@code grammar} does. */
    protected TypeConversion(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns how the database spells. */
    public final SqlGrammar grammar() {
        return grammar;
    }

    /** Returns the expression that converts a column, or nothing where the database does it by itself. */
    public Optional<String> using(ColumnChange change) {
        return Optional.empty();
    }

    /** Returns the statements that prepare the values before a column's type changes. */
    public List<Sql> before(TableName table, ColumnChange change) {
        return List.of();
    }

    /** Returns the statements that have to be run when a column's type has changed. */
    public List<Sql> after(ColumnChange change) {
        return List.of();
    }

    /** Returns a column's value as the text that it is, or that it becomes when the column's type changes. */
    public abstract String asText(String column, ColumnType type);

    /** Returns the exact number that a text or a floating point number is. */
    public String number(String text) {
        return "cast(" + text + " as numeric)";
    }

    /** Returns the whole number that is nearest to a number. */
    public String whole(String number) {
        return "round(" + number + ")";
    }

    /** Returns a number with so many digits after the point. */
    public String rounded(String number, int digits) {
        return "round(" + number + ", " + digits + ")";
    }

    /**
     * Returns the condition that a column's value can't become one of another type, or null where the database says so
     * itself before anything is changed.
     */
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        return null;
    }

    /** Returns a column's value as what it will be when its type has changed, for comparing it with such values. */
    public String converted(String column, ColumnType from, ColumnType to) {
        if (from.family() == TypeFamily.TEXT && to.family().isNumber()) {
            return number(asText(column, from));
        }
        return to.family() == TypeFamily.TEXT && from.family() != TypeFamily.TEXT ? asText(column, from) : column;
    }

    /** Returns a time with as many digits of its seconds as {@code type} has, or the column where all types have the same. */
    public String cutSeconds(String column, ColumnType type) {
        return "cast(" + column + " as " + grammar.type(type) + ")";
    }

    /** Returns how many characters a text has. */
    public String characters(String text) {
        return "char_length(" + text + ")";
    }

    /** Returns how many bytes a value of a type of bytes has. */
    public String bytes(String column, ColumnType from) {
        return "octet_length(" + column + ")";
    }

    /** Returns the condition that a time of day has another offset than UTC's; nothing where the database keeps no offset. */
    public Optional<String> hasOffset(String column) {
        return Optional.empty();
    }

    /** Returns the condition that a date and time isn't the begin of a day. */
    public String hasTimeOfDay(String column) {
        return column + " <> cast(" + column + " as date)";
    }

    /** Returns the condition that two values of a column are not the same to the letter; nulls aside. */
    public String differs(Column column, String value, String other) {
        return value + " <> " + other;
    }
}
