package io.kuaka.schema;

import io.kuaka.state.ColumnType;
import io.kuaka.state.ColumnType.Kind;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Queries for values that a changed column couldn't keep. They run before anything is changed: no database rounds in
 * silence then, and none is left half way where changes of the schema are no transaction.
 */
public final class ValueGuards {
    private static final Map<Kind, Long> LARGEST = Map.of(
            Kind.TINYINT, (long) Byte.MAX_VALUE,
            Kind.SMALLINT, (long) Short.MAX_VALUE,
            Kind.INTEGER, (long) Integer.MAX_VALUE,
            Kind.BIGINT, Long.MAX_VALUE);

    private static final int DATE_LENGTH = 10;

    /** What a decimal has that doesn't say it, as in Hibernate. */
    private static final ColumnType USUAL_DECIMAL = ColumnType.decimal(38, 2);

    /** As many digits as every database reads from a text, in all and after the point. */
    private static final int DIGITS_IN_TEXT = 65;

    private static final int FRACTION_IN_TEXT = 30;

    private final SqlGrammar grammar;
    private final TableName table;
    private final ColumnChange change;
    private final String column;
    private final List<Sql> queries = new ArrayList<>();

    private ValueGuards(SqlGrammar grammar, TableName table, ColumnChange change, String column) {
        this.grammar = grammar;
        this.table = table;
        this.change = change;
        this.column = column;
    }

    /**
     * Returns the queries for the changes of a table that has its old name and columns still.
     *
     * @throws InconvertibleTypeException when no value could be kept
     */
    public static List<Sql> of(SqlGrammar grammar, TableDiff diff) {
        List<Sql> all = new ArrayList<>();
        for (ColumnChange change : diff.alteredColumns()) {
            String name = diff.oldColumn(change.after().name());
            all.addAll(new ValueGuards(grammar, diff.oldName(), change, grammar.identifier(name)).queries());
        }
        return all;
    }

    private List<Sql> queries() {
        Column before = change.before();
        Column after = change.after();
        if (grammar.refusesNull(after) && !grammar.refusesNull(before) && change.fill() == null) {
            add(column + " is null", "has rows without a value.");
        }
        if (change.changes(Aspect.TYPE) && before.generated() == null) {
            if (!Conversions.arePossible(before.type(), after.type())) {
                throw new InconvertibleTypeException(table, after.name(), before.type(), after.type());
            }
            addForType(before.type(), after.type());
        }
        return queries;
    }

    private void addForType(ColumnType from, ColumnType to) {
        addForValuesThatGo(from, to);
        String text = grammar.asText(column, from);
        String misfits = grammar.misfits(text, from, to);
        if (misfits != null) {
            add(misfits, "has values that aren't " + nameOf(to) + ".");
        }
        if (Conversions.isNumber(from)) {
            addForNumbers(column, from, to);
        }
        if (Conversions.isText(from)) {
            addForTexts(from, to, text);
        }
        if (Conversions.isText(from) && Conversions.isNumber(to)) {
            boolean isWhole = misfits != null && !hasFractions(to);
            ColumnType found = ColumnType.decimal(DIGITS_IN_TEXT, isWhole ? 0 : FRACTION_IN_TEXT);
            addForNumbers(grammar.number(text), found, to);
        }
        if (from.kind() == Kind.TIMESTAMP && to.kind() == Kind.DATE) {
            add(grammar.hasTimeOfDay(column), "has values with a time of day, which would be lost.");
        }
    }

    private void addForTexts(ColumnType from, ColumnType to, String text) {
        if (Conversions.isText(to) && isShorter(from, to)) {
            add(
                    grammar.characters(text) + " > " + to.length(),
                    "has texts of more than " + to.length() + " characters.");
        }
        if (to.kind() == Kind.DATE) {
            add(grammar.characters(text) + " > " + DATE_LENGTH, "has values that aren't dates.");
        }
        if (to.kind() == Kind.ENUM || to.kind() == Kind.NATIVE_ENUM) {
            String values = to.values().stream().map(grammar::text).collect(Collectors.joining(", "));
            add(text + " not in (" + values + ")", "has texts other than " + String.join(", ", to.values()) + ".");
        }
    }

    private void addForValuesThatGo(ColumnType from, ColumnType to) {
        if (from.values().isEmpty() || to.values().isEmpty()) {
            return;
        }
        List<String> gone = from.values().stream()
                .filter(value -> !to.values().contains(value))
                .toList();
        if (!gone.isEmpty()) {
            String literals = gone.stream()
                    .map(value -> from.kind() == Kind.ORDINAL_ENUM
                            ? Integer.toString(from.values().indexOf(value))
                            : grammar.text(value))
                    .collect(Collectors.joining(", "));
            add(column + " in (" + literals + ")", "has rows with values that go: " + String.join(", ", gone) + ".");
        }
    }

    private void addForNumbers(String number, ColumnType from, ColumnType to) {
        Long largest = LARGEST.get(to.kind());
        if (hasFractions(from) && (largest != null || to.kind() == Kind.ORDINAL_ENUM)) {
            add(number + " <> round(" + number + ")", "has values with a fraction, which would be lost.");
        }
        Long before = LARGEST.get(from.kind());
        if (largest != null && (before == null || before > largest)) {
            add(
                    number + " not between " + (-largest - 1) + " and " + largest,
                    "has values that are too large for its new type.");
        }
        if (to.kind() == Kind.DECIMAL) {
            addForDecimal(number, from, to.length() == ColumnType.UNSET ? USUAL_DECIMAL : to);
        }
        if (to.kind() == Kind.BOOLEAN) {
            add(number + " not in (0, 1)", "has values other than 0 and 1.");
        }
        if (to.kind() == Kind.ORDINAL_ENUM) {
            String last = Integer.toString(to.values().size() - 1);
            add(number + " not between 0 and " + last, "has values other than 0 to " + last + ".");
        }
    }

    private void addForDecimal(String number, ColumnType from, ColumnType to) {
        int scale = Math.max(0, to.scale());
        boolean isDecimal = from.kind() == Kind.DECIMAL;
        if (isDecimal && scale < from.scale()) {
            add(
                    number + " <> round(" + number + ", " + scale + ")",
                    "has values with more than " + scale + " digits after the point.");
        }
        int whole = to.length() - scale;
        if (whole < wholeDigits(from)) {
            String limit = BigDecimal.TEN.pow(whole).toPlainString();
            add("abs(" + number + ") >= " + limit, "has values with more than " + whole + " digits before the point.");
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

    private static boolean hasFractions(ColumnType type) {
        return switch (type.kind()) {
            case REAL, DOUBLE -> true;
            case DECIMAL -> type.scale() != 0;
            default -> false;
        };
    }

    private static int wholeDigits(ColumnType from) {
        if (from.kind() == Kind.DECIMAL && from.length() != ColumnType.UNSET) {
            return from.length() - Math.max(0, from.scale());
        }
        Long largest = LARGEST.get(from.kind());
        return largest == null ? Integer.MAX_VALUE : largest.toString().length();
    }

    private static boolean isShorter(ColumnType from, ColumnType to) {
        return to.length() != ColumnType.UNSET && (from.length() == ColumnType.UNSET || to.length() < from.length());
    }

    private void add(String condition, String what) {
        queries.add(Sql.assertEmpty(
                "select 1 from " + grammar.name(table) + " where " + condition,
                "Column \"" + change.after().name() + "\" of table \"" + table + "\" " + what
                        + " Update them before the column changes."));
    }
}
