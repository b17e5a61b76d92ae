package io.kuaka.schema.conversion;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.schema.conversion.NumberGuards.Misfit;
import io.kuaka.schema.diff.ColumnAttribute;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import io.kuaka.state.ConversionRules;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries for values that a changed column couldn't keep. They run before anything is changed: no database rounds in
 * silence then, and none is left half way where changes of the schema are no transaction.
 *
 * <p>A query may rely on those before it having found nothing: texts are numbers once their form was looked at.
 */
public final class ValueGuards {
    private static final String UPDATE_BEFORE = "Update them before the column changes.";
    private static final int DATE_LENGTH = 10;
    private static final int BOOLEAN_LENGTH = 5;
    private static final int MOST_SECOND_DIGITS = 6;

    private final SqlGrammar grammar;
    private final TableName table;
    private final Column before;
    private final Column after;
    private final String column;
    private final List<Sql> queries = new ArrayList<>();

    private ValueGuards(SqlGrammar grammar, TableDiff diff, Column before, Column after) {
        this.grammar = grammar;
        this.table = diff.oldName();
        this.before = before;
        this.after = after;
        this.column = grammar.identifier(diff.oldColumn(after.name()));
    }

    /**
     * Returns the queries for the changes of a table that has its old name and columns still.
     *
     * @throws InconvertibleTypeException when no value could be kept
     * @throws UnsuitableValueException when a value for rows that have none is too long
     */
    public static List<Sql> of(SqlGrammar grammar, TableDiff diff) {
        List<Sql> all = new ArrayList<>();
        Map<String, Column> stay = diff.before().columns().stream()
                .collect(Collectors.toMap(column -> grammar.catalogName(column.name()), column -> column));
        for (Column after : diff.after().columns()) {
            requireFit(diff, after, diff.fill(after));
            Column before = stay.get(grammar.catalogName(after.name()));
            if (before != null) {
                all.addAll(new ValueGuards(grammar, diff, before, after).queries(diff.alteredColumns()));
            }
        }
        return all;
    }

    private static void requireFit(TableDiff diff, Column column, @Nullable Expression fill) {
        int most = column.type().length();
        boolean isTooLong = fill instanceof Literal literal
                && literal.value() instanceof String text
                && ConversionRules.isText(column.type())
                && most != ColumnType.UNSET
                && text.length() > most;
        if (isTooLong) {
            throw UnsuitableValueException.tooLong(diff.name(), column.name(), most);
        }
    }

    private List<Sql> queries(List<ColumnChange> changes) {
        changes.stream().filter(change -> change.after().equals(after)).forEach(this::addFor);
        if (before.generated() == null && !before.type().equals(after.type())) {
            addForType(before.type(), after.type());
        }
        return queries;
    }

    private void addFor(ColumnChange change) {
        if (grammar.refusesNull(after) && !grammar.refusesNull(before) && change.fill() == null) {
            add(column + " is null", "has rows without a value.");
        }
        boolean converts = change.changes(ColumnAttribute.TYPE) && before.generated() == null;
        if (converts && !ConversionRules.arePossible(before.type(), after.type())) {
            throw new InconvertibleTypeException(table, after.name(), before.type(), after.type());
        }
    }

    /** Types may differ although the database has one for both: PostgreSQL keeps a {@code tinyint} as a smallint. */
    private void addForType(ColumnType from, ColumnType to) {
        addForValuesThatGo(from, to);
        String text = grammar.asText(column, from);
        String misfits = grammar.misfits(ConversionRules.isText(from) ? text : column, from, to);
        if (misfits != null) {
            add(misfits, "has values that aren't " + nameOf(to) + ".");
        }
        if (ConversionRules.isNumber(from)) {
            boolean isExact = from.kind() != Kind.REAL && from.kind() != Kind.DOUBLE;
            addAll(NumberGuards.of(isExact ? column : grammar.number(column), from, to));
        }
        if (ConversionRules.isText(from)) {
            addForTexts(text, to);
            if (ConversionRules.isNumber(to)) {
                boolean areWhole = misfits != null && !NumberGuards.hasFractions(to);
                addAll(NumberGuards.ofTexts(grammar.number(text), areWhole, to));
            }
        }
        if (ConversionRules.isText(to)) {
            addForLength(text, from, to.length());
        }
        addForTimes(from, to);
    }

    private void addForTexts(String text, ColumnType to) {
        if (to.kind() == Kind.DATE) {
            add(grammar.characters(text) + " > " + DATE_LENGTH, "has values that aren't dates.");
        }
        if (ConversionRules.isTimeOfDay(to)) {
            add(text + " like '____-__-__%'", "has values with a date, which would be lost.");
        }
        if (ConversionRules.haveSeconds(to)) {
            String time = grammar.cutSeconds(text, to.withLength(MOST_SECOND_DIGITS));
            addForSeconds(time, grammar.cutSeconds(time, to));
        }
        if (to.kind() == Kind.ENUM || to.kind() == Kind.NATIVE_ENUM) {
            String values = to.values().stream().map(grammar::text).collect(Collectors.joining(", "));
            add(text + " not in (" + values + ")", "has texts other than " + String.join(", ", to.values()) + ".");
        }
    }

    private void addForLength(String text, ColumnType from, int most) {
        if (most == ColumnType.UNSET || longest(from) <= most) {
            return;
        }
        if (from.kind() == Kind.BOOLEAN) {
            add(column + " is not null", "has truth values, for which " + most + " characters aren't enough.");
        } else {
            add(grammar.characters(text) + " > " + most, "has texts of more than " + most + " characters.");
        }
    }

    /** Returns how many characters a value can have as a text, at most. */
    private static int longest(ColumnType type) {
        return switch (type.kind()) {
            case BOOLEAN -> BOOLEAN_LENGTH;
            case TINYINT -> Byte.toString(Byte.MIN_VALUE).length();
            case SMALLINT -> Short.toString(Short.MIN_VALUE).length();
            case INTEGER -> Integer.toString(Integer.MIN_VALUE).length();
            case BIGINT -> Long.toString(Long.MIN_VALUE).length();
            case DATE -> DATE_LENGTH;
            case ENUM, NATIVE_ENUM ->
                type.values().stream()
                        .map(String::length)
                        .max(Comparator.naturalOrder())
                        .orElse(0);
            case CHAR, VARCHAR, NVARCHAR -> type.length() == ColumnType.UNSET ? Integer.MAX_VALUE : type.length();
            default -> Integer.MAX_VALUE;
        };
    }

    private void addForTimes(ColumnType from, ColumnType to) {
        if (from.kind() == Kind.TIMESTAMP && to.kind() == Kind.DATE) {
            add(grammar.hasTimeOfDay(column), "has values with a time of day, which would be lost.");
        }
        boolean haveSeconds = ConversionRules.haveSeconds(from) && ConversionRules.haveSeconds(to);
        boolean isFiner = from.length() == ColumnType.UNSET || to.length() < from.length();
        if (haveSeconds && isFiner && from.length() != to.length()) {
            addForSeconds(column, grammar.cutSeconds(column, from.withLength(to.length())));
        }
    }

    private void addForSeconds(String time, String cut) {
        if (!time.equals(cut)) {
            add(time + " <> " + cut, "has values with finer fractions of seconds, which would be lost.");
        }
    }

    private void addForValuesThatGo(ColumnType from, ColumnType to) {
        List<String> gone = from.values().stream()
                .filter(value -> !to.values().contains(value))
                .toList();
        if (!gone.isEmpty() && !to.values().isEmpty()) {
            String literals = gone.stream()
                    .map(value -> from.kind() == Kind.ORDINAL_ENUM
                            ? Integer.toString(from.values().indexOf(value))
                            : grammar.text(value))
                    .collect(Collectors.joining(", "));
            String value = from.kind() == Kind.ORDINAL_ENUM ? column : grammar.asText(column, from);
            add(
                    value + " in (" + literals + ")",
                    "has rows with values that go: " + String.join(", ", gone) + ".",
                    from.values().containsAll(to.values())
                            ? UPDATE_BEFORE
                            : "If new ones are to take their places, first add those beside them, then update the rows, and"
                                    + " let the old ones go last.");
        }
    }

    private static String nameOf(ColumnType type) {
        return switch (type.kind()) {
            case TINYINT, SMALLINT, INTEGER, BIGINT, DURATION -> "whole numbers";
            case REAL, DOUBLE, DECIMAL -> "numbers";
            case BOOLEAN -> "booleans";
            case UUID -> "UUIDs";
            case DATE -> "dates";
            case TIME, TIME_TZ, TIME_UTC -> "times";
            case TIMESTAMP, TIMESTAMP_TZ, TIMESTAMP_UTC -> "dates with times";
            case CHAR, VARCHAR, TEXT, CLOB, NVARCHAR, NTEXT, NCLOB, BINARY, VARBINARY, BLOB -> "texts";
            case JSON, XML -> "documents";
            case INET, ARRAY, ENUM, ORDINAL_ENUM, NATIVE_ENUM, SQL -> "of its new type";
        };
    }

    private void addAll(List<Misfit> misfits) {
        misfits.forEach(misfit -> add(misfit.condition(), misfit.what()));
    }

    private void add(String condition, String what) {
        add(condition, what, UPDATE_BEFORE);
    }

    private void add(String condition, String what, String wayOut) {
        queries.add(Sql.assertEmpty(
                "select 1 from " + grammar.name(table) + " where " + condition,
                "Column \"" + after.name() + "\" of table \"" + table + "\" " + what + " " + wayOut));
    }
}
