package io.kuaka.schema.conversion;

import io.kuaka.expression.Expression;
import io.kuaka.expression.Literal;
import io.kuaka.schema.conversion.NumberGuards.Misfit;
import io.kuaka.schema.diff.ColumnChange;
import io.kuaka.schema.diff.TableDiff;
import io.kuaka.schema.grammar.SqlGrammar;
import io.kuaka.schema.statement.Sql;
import io.kuaka.schema.table.Column;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.ConversionRules;
import io.kuaka.state.ConversionRules.Risk;
import io.kuaka.state.TypeFamily;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Queries for values that a changed column couldn't keep. They run before anything is changed, so no database rounds
 * silently, and none without transactional DDL stops half way.
 *
 * <p>A query may rely on the earlier ones having found nothing: texts are numbers once their form is checked.
 */
public final class ValueGuards {
    private static final String FIX_FIRST = "Fix those rows first.";
    private static final int DATE_LENGTH = 10;
    private static final int MOST_SECOND_DIGITS = 6;

    private final TypeConversion conversion;
    private final SqlGrammar grammar;
    private final TableName table;
    private final Column before;
    private final Column after;
    private final String column;
    private final List<Sql> queries = new ArrayList<>();

    private ValueGuards(TypeConversion conversion, TableDiff diff, Column before, Column after) {
        this.conversion = conversion;
        this.grammar = conversion.grammar();
        this.table = diff.oldName();
        this.before = before;
        this.after = after;
        this.column = grammar.identifier(diff.oldColumn(after.name()));
    }

    /**
     * Returns the queries for the changes of a table that still has its old name and columns.
     *
     * @throws UnsuitableValueException if a value for rows that have none is too long
     */
    public static List<Sql> of(TypeConversion conversion, TableDiff diff) {
        SqlGrammar grammar = conversion.grammar();
        List<Sql> all = new ArrayList<>();
        Map<String, Column> stay = diff.before().columns().stream()
                .collect(Collectors.toMap(column -> grammar.catalogName(column.name()), column -> column));
        for (Column after : diff.after().columns()) {
            requireFit(diff, after, diff.fill(after));
            Column before = stay.get(grammar.catalogName(after.name()));
            if (before != null) {
                all.addAll(new ValueGuards(conversion, diff, before, after).queries(diff.alteredColumns()));
            }
        }
        return all;
    }

    private static void requireFit(TableDiff diff, Column column, @Nullable Expression fill) {
        int most = column.type().length();
        boolean isTooLong = fill instanceof Literal literal
                && literal.value() instanceof String text
                && column.type().family() == TypeFamily.TEXT
                && !column.type().holdsLength(text.length());
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
            add(column + " is null", "has rows with null.");
        }
    }

    /** Types may differ although the database uses one for both: on PostgreSQL, a {@code tinyint} is a smallint. */
    private void addForType(ColumnType from, ColumnType to) {
        Set<Risk> risks = ConversionRules.risks(from, to);
        boolean isText = from.family() == TypeFamily.TEXT;
        String text = conversion.asText(column, from);
        String misfits = risks.contains(Risk.FORM) ? conversion.misfits(isText ? text : column, from, to) : null;
        if (risks.contains(Risk.REMOVED_CONSTANTS)) {
            addForRemovedConstants(from, to);
        }
        if (misfits != null) {
            add(misfits, "has values that aren't " + to.family().plural() + ".");
        }
        if (!isText) {
            String number = from.family() == TypeFamily.FLOATING ? conversion.number(column) : column;
            addAll(NumberGuards.of(conversion, number, from, to));
        } else if (to.family().isNumber()) {
            boolean areWhole = misfits != null && !to.hasFractions();
            addAll(NumberGuards.ofTexts(conversion, conversion.number(text), areWhole, to));
        } else if (risks.contains(Risk.FORM)) {
            addForTexts(text, to);
        }
        if (risks.contains(Risk.LENGTH) && !to.kind().isLong()) {
            addForLength(text, from, to);
        }
        conversion
                .exceedsSize(column, from, to)
                .ifPresent(longer -> add(longer, "has values longer than " + grammar.type(to) + " holds."));
        addForTimes(risks, from, to);
    }

    private void addForTexts(String text, ColumnType to) {
        if (to.family() == TypeFamily.DATE) {
            add(conversion.characters(text) + " > " + DATE_LENGTH, "has values that aren't dates.");
        }
        if (to.family() == TypeFamily.TIME) {
            add(text + " like '____-__-__%'", "has values with a date, which would be lost.");
        }
        if (to.family() == TypeFamily.TIMESTAMP
                || (to.family() == TypeFamily.TIME && !to.kind().hasOffset())) {
            add(text + " like '%:%+%' or " + text + " like '%:%-%'", "has times with an offset, which would be lost.");
        }
        if (to.family().hasSeconds()) {
            String time = conversion.cutSeconds(text, to.withLength(MOST_SECOND_DIGITS));
            addForSeconds(time, conversion.cutSeconds(time, to));
        }
        if (to.family() == TypeFamily.NAMED_ENUM) {
            String values = to.values().stream().map(grammar::text).collect(Collectors.joining(", "));
            add(text + " not in (" + values + ")", "has texts other than " + String.join(", ", to.values()) + ".");
        }
    }

    private void addForLength(String text, ColumnType from, ColumnType to) {
        int most = to.length();
        if (from.family() == TypeFamily.BYTES && to.family() == TypeFamily.BYTES) {
            add(conversion.bytes(column, from) + " > " + most, "has values longer than " + most + " bytes.");
        } else if (from.family() == TypeFamily.BOOLEAN) {
            add(column + " is not null", "has booleans, which don't fit into " + most + " characters.");
        } else if (to.family() == TypeFamily.TEXT) {
            add(conversion.characters(text) + " > " + most, "has texts longer than " + most + " characters.");
        }
    }

    private void addForTimes(Set<Risk> risks, ColumnType from, ColumnType to) {
        if (risks.contains(Risk.TIME_OF_DAY)) {
            add(conversion.hasTimeOfDay(column), "has values with a time of day, which would be lost.");
        }
        if (risks.contains(Risk.SECONDS)) {
            addForSeconds(column, conversion.cutSeconds(column, from.withLength(to.secondDigits())));
        }
        if (risks.contains(Risk.OFFSET)) {
            conversion
                    .hasOffset(column)
                    .ifPresent(hasOffset -> add(hasOffset, "has times with an offset, which would be lost."));
        }
    }

    private void addForSeconds(String time, String cut) {
        if (!time.equals(cut)) {
            add(time + " <> " + cut, "has values with more precise fractions of a second, which would be lost.");
        }
    }

    private void addForRemovedConstants(ColumnType from, ColumnType to) {
        List<String> removed = from.values().stream()
                .filter(value -> !to.values().contains(value))
                .toList();
        boolean isOrdinal = from.family() == TypeFamily.ORDINAL_ENUM;
        String literals = removed.stream()
                .map(value -> isOrdinal ? Integer.toString(from.values().indexOf(value)) : grammar.text(value))
                .collect(Collectors.joining(", "));
        add(
                (isOrdinal ? column : conversion.asText(column, from)) + " in (" + literals + ")",
                "has rows with removed values: " + String.join(", ", removed) + ".",
                from.values().containsAll(to.values())
                        ? FIX_FIRST
                        : "To replace values, first add the new ones, then update the rows, and remove the old ones"
                                + " last.");
    }

    private void addAll(List<Misfit> misfits) {
        misfits.forEach(misfit -> add(misfit.condition(), misfit.what()));
    }

    private void add(String condition, String what) {
        add(condition, what, FIX_FIRST);
    }

    private void add(String condition, String what, String wayOut) {
        queries.add(Sql.assertEmpty(
                "select 1 from " + grammar.name(table) + " where " + condition,
                "Column \"" + after.name() + "\" of table \"" + table + "\" " + what + " " + wayOut));
    }
}
