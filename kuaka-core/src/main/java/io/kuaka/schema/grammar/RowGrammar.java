package io.kuaka.schema.grammar;

import io.kuaka.schema.table.Table;
import io.kuaka.schema.table.TableName;
import io.kuaka.state.ColumnType;
import io.kuaka.state.Sequence;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * How a database spells queries and changes of rows.
 *
 * <p>Values, conditions and assignments are SQL already and may contain parameters, so each is written once, in the
 * given order.
 */
public abstract class RowGrammar extends ExpressionGrammar {
    /** Returns a query. */
    public String select(Select query) {
        return "select " + termsOf(query) + restOf(query) + limitOf(query)
                + (query.kind() == Select.Kind.LOCKING ? rowLock() : "");
    }

    /** Returns the terms of a query. */
    protected final String termsOf(Select query) {
        return (query.kind() == Select.Kind.DISTINCT ? "distinct " : "") + String.join(", ", query.terms());
    }

    private String limitOf(Select query) {
        boolean isWhole = query.limit() == Select.ALL && query.offset() == 0;
        return isWhole ? "" : limit(query.limit() == Select.ALL ? Integer.MAX_VALUE : query.limit(), query.offset());
    }

    /** Returns what follows the terms of a query, except its limit. */
    protected final String restOf(Select query) {
        return " from " + name(query.table()) + where(query.condition())
                + (query.groups().isEmpty() ? "" : " group by " + String.join(", ", query.groups()))
                + (query.having() == null ? "" : " having " + query.having())
                + (query.order().isEmpty() ? "" : " order by " + String.join(", ", query.order()));
    }

    /** Returns the clause at the end of a query that limits its rows, with a space before it. */
    public String limit(int rows, long offset) {
        return " limit " + rows + (offset == 0 ? "" : " offset " + offset);
    }

    /** Returns how rows are grouped by a selected term, which is the one with the number {@code place}, from 1. */
    public String group(String term, int place) {
        return term;
    }

    /** Returns the statement that inserts a row; columns that it leaves out get their defaults. */
    public String insert(Table table, List<String> columns, List<String> values) {
        return columns.isEmpty() ? insertDefaults(table.name()) : insertInto(table.name(), columns) + row(values);
    }

    /** Returns the statement that inserts a row of defaults. */
    protected String insertDefaults(TableName table) {
        return "insert into " + name(table) + " default values";
    }

    /** Returns the statements that insert rows. */
    public List<String> insertRows(TableName table, List<String> columns, List<List<String>> rows) {
        return rows.isEmpty()
                ? List.of()
                : List.of(rows.stream()
                        .map(RowGrammar::row)
                        .collect(Collectors.joining(", ", insertInto(table, columns), "")));
    }

    private String insertInto(TableName table, List<String> columns) {
        return "insert into " + name(table) + " (" + names(columns) + ") values ";
    }

    private static String row(List<String> values) {
        return "(" + String.join(", ", values) + ")";
    }

    /** Returns the statement that updates the rows that meet a condition; all rows if it is null. */
    public String update(TableName table, List<String> assignments, @Nullable String condition) {
        return "update " + name(table) + " set " + String.join(", ", assignments) + where(condition);
    }

    /** Returns the statement that looks values up in another table, for the rows that meet a condition. */
    public final String lookUp(Lookup lookup, String condition) {
        List<String> assignments = lookup.values().entrySet().stream()
                .map(pair -> identifier(pair.getKey()) + " = (select " + lookup.alias() + "."
                        + identifier(pair.getValue()) + found(lookup) + ")")
                .toList();
        return update(lookup.table(), assignments, condition);
    }

    /** Returns the condition that a lookup finds a row. */
    public final String finds(Lookup lookup) {
        return "exists (select 1" + found(lookup) + ")";
    }

    private String found(Lookup lookup) {
        String row = identifier(lookup.table().name());
        return " from " + readable(lookup.source(), lookup.table()) + " " + lookup.alias() + " where "
                + String.join(" and ", links(lookup, row));
    }

    /** Returns the conditions under which a row of a lookup's source belongs to {@code row}. */
    public final List<String> links(Lookup lookup, String row) {
        return lookup.links().entrySet().stream()
                .map(link -> lookup.alias() + "." + identifier(link.getKey()) + " = " + row + "."
                        + identifier(link.getValue()))
                .toList();
    }

    /** Returns the statement that deletes the rows that meet a condition; all rows if it is null. */
    public String delete(TableName table, @Nullable String condition) {
        return "delete from " + name(table) + where(condition);
    }

    private static String where(@Nullable String condition) {
        return condition == null ? "" : " where " + condition;
    }

    /** Returns a table as a subselect reads it within a statement that may change the table {@code changed}. */
    public String readable(TableName table, TableName changed) {
        return name(table);
    }

    /** Returns the condition that a row comes after the one with the key {@code values}, which may be repeated. */
    public String keyAfter(List<String> columns, List<String> values) {
        return "(" + names(columns) + ") > " + row(values);
    }

    /** Returns the condition that a row is the one with the key {@code values} or comes before it. */
    public String keyUpTo(List<String> columns, List<String> values) {
        return "(" + names(columns) + ") <= " + row(values);
    }

    /** Returns {@link #keyAfter} without comparing several columns at once. */
    protected final String keyAfterEach(List<String> columns, List<String> values) {
        return each(columns, values, ">", ">");
    }

    /** Returns {@link #keyUpTo} without comparing several columns at once. */
    protected final String keyUpToEach(List<String> columns, List<String> values) {
        return each(columns, values, "<", "<=");
    }

    /** The first column alone limits the rows, so that an index is searched. */
    private String each(List<String> columns, List<String> values, String sign, String lastSign) {
        int last = columns.size() - 1;
        String condition = identifier(columns.get(last)) + " " + lastSign + " " + values.get(last);
        for (int i = last - 1; i >= 0; i--) {
            String column = identifier(columns.get(i)) + " ";
            String value = " " + values.get(i);
            String orEqual = i == 0 ? column + sign + "=" + value + " and " : "";
            condition =
                    orEqual + "(" + column + sign + value + " or " + column + "=" + value + " and " + condition + ")";
        }
        return condition;
    }

    /** Returns the clause at the end of a query that locks its rows until the transaction ends, with a space before it. */
    protected String rowLock() {
        return " for update";
    }

    /** Returns a parameter within an expression. */
    public String parameter(ColumnType type) {
        return "?";
    }

    /** Returns the condition that {@code condition} is false or unknown. */
    public String isNotTrue(String condition) {
        return "(" + condition + ") is not true";
    }

    /** Returns the condition that one of two values is null and the other isn't. */
    public String onlyOneIsNull(String value, String other) {
        return "(" + value + " is null) <> (" + other + " is null)";
    }

    /** Returns the statements that take the next number of a sequence; the last one is the query that gives it. */
    public List<String> nextValue(Sequence sequence) {
        return List.of("select next value for " + name(sequence));
    }

    /** Returns the name of a sequence as statements write it. */
    public final String name(Sequence sequence) {
        return name(tableName(sequence));
    }

    /** Returns the name of a sequence, or of the table that stands for it. */
    protected static TableName tableName(Sequence sequence) {
        return new TableName(sequence.schema(), sequence.name());
    }
}
