package io.kuaka.schema.conversion;

import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Clause;
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
 * How a database converts the values of a column to another type.
 *
 * <p>Which types can be changed to which, and what may be lost, is the same on every database: see
 * {@link ConversionRules}. A conversion spells the conditions that find values that don't fit, and the expressions and
 * statements that convert the others. Stateless; safe for use by several threads.
 */
public abstract class TypeConversion {
    private final SqlGrammar grammar;

    /** Makes the conversion of a database that spells as {@code grammar} does. */
    protected TypeConversion(SqlGrammar grammar) {
        this.grammar = grammar;
    }

    /** Returns how the database spells SQL. */
    public final SqlGrammar grammar() {
        return grammar;
    }

    /** Returns the expression that converts a column; empty if the database converts it by itself. */
    public Optional<String> using(ColumnChange change) {
        return Optional.empty();
    }

    /** Returns the statements that prepare the values before a column's type changes. */
    public List<Sql> before(TableName table, ColumnChange change) {
        return List.of();
    }

    /** Returns the clause that changes a column's type so that it repeats what would be lost; usually nothing would. */
    public Clause keeping(TableName table, ColumnChange change, Clause clause) {
        return clause;
    }

    /** Returns the statements that have to be run when a column's type has changed. */
    public List<Sql> after(ColumnChange change) {
        return List.of();
    }

    /** Returns a column's value as text, as it is or as it becomes when the column's type changes. */
    public abstract String asText(String column, ColumnType type);

    /** Returns a text or a floating point number as an exact number. */
    public String number(String text) {
        return "cast(" + text + " as numeric)";
    }

    /** Returns the whole number nearest to a number. */
    public String whole(String number) {
        return "round(" + number + ")";
    }

    /** Returns a number rounded to {@code digits} digits after the point. */
    public String rounded(String number, int digits) {
        return "round(" + number + ", " + digits + ")";
    }

    /**
     * Returns the condition that a column's value doesn't fit another type; null if the database refuses it before
     * anything is changed.
     */
    public @Nullable String misfits(String column, ColumnType from, ColumnType to) {
        return null;
    }

    /** Returns a column's value as it will be when its type has changed, to compare it with such values. */
    public String converted(String column, ColumnType from, ColumnType to) {
        if (ConversionRules.changesEnumStorage(from, to)) {
            return EnumConversion.of(grammar, column, from, to, asText(column, from));
        }
        if (from.family() == TypeFamily.TEXT && to.family().isNumber()) {
            return number(asText(column, from));
        }
        return to.family() == TypeFamily.TEXT && from.family() != TypeFamily.TEXT ? asText(column, from) : column;
    }

    /** Returns a time cut to the fractional digits of {@code type}; the column itself if all types have the same. */
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

    /**
     * Returns the condition that a value has more bytes than the size of {@code to} holds; empty if all fit, or if the
     * database has one size only.
     */
    public Optional<String> exceedsSize(String column, ColumnType from, ColumnType to) {
        return Optional.empty();
    }

    /**
     * Returns the condition that a time of day has an offset other than UTC; empty if the database stores no offset.
     */
    public Optional<String> hasOffset(String column) {
        return Optional.empty();
    }

    /** Returns the condition that a timestamp isn't midnight. */
    public String hasTimeOfDay(String column) {
        return column + " <> cast(" + column + " as date)";
    }

    /** Returns the condition that two non-null values of a column differ in any way, even in case. */
    public String differs(Column column, String value, String other) {
        return value + " <> " + other;
    }
}
