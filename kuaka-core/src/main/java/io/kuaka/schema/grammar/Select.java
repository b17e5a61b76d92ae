package io.kuaka.schema.grammar;

import io.kuaka.schema.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query on one table, whose parts are SQL already.
 *
 * @param terms the selected terms
 * @param condition which rows to select; null for all
 * @param groups the terms by which rows are grouped; empty for no groups
 * @param having which groups to select; null for all
 * @param order the terms by which they are sorted; empty for no order
 * @param limit the maximum number of rows, or {@link #ALL}
 * @param offset how many rows come before the first one
 * @param kind what else is special about it
 */
public record Select(
        List<String> terms,
        TableName table,
        @Nullable String condition,
        List<String> groups,
        @Nullable String having,
        List<String> order,
        int limit,
        long offset,
        Kind kind) {
    /** Stands for as many rows as there are. */
    public static final int ALL = 0;

    /** What is special about a query. */
    public enum Kind {
        PLAIN,
        /** Equal rows are given once. */
        DISTINCT,
        /** Nobody else may change the rows until the transaction ends. */
        LOCKING
    }

    public Select {
        terms = List.copyOf(terms);
        groups = List.copyOf(groups);
        order = List.copyOf(order);
    }

    /** Returns the query of {@code terms} for all rows of a table. */
    public static Select of(TableName table, List<String> terms) {
        return new Select(terms, table, null, List.of(), null, List.of(), ALL, 0, Kind.PLAIN);
    }

    /** Returns this query for the rows that meet a condition; for all rows if it is null. */
    public Select where(@Nullable String newCondition) {
        return new Select(terms, table, newCondition, groups, having, order, limit, offset, kind);
    }

    /** Returns this query with a row for each group of rows. */
    public Select groupBy(List<String> newGroups) {
        return new Select(terms, table, condition, newGroups, having, order, limit, offset, kind);
    }

    /** Returns this query for the groups that meet a condition; for all groups if it is null. */
    public Select having(@Nullable String newHaving) {
        return new Select(terms, table, condition, groups, newHaving, order, limit, offset, kind);
    }

    /** Returns this query with sorted rows. */
    public Select orderBy(List<String> newOrder) {
        return new Select(terms, table, condition, groups, having, newOrder, limit, offset, kind);
    }

    /** Returns this query for the first rows only. */
    public Select first(int rows) {
        return some(rows, 0);
    }

    /** Returns this query for some rows after the first {@code skipped}. */
    public Select some(int rows, long skipped) {
        return new Select(terms, table, condition, groups, having, order, rows, skipped, kind);
    }

    /** Returns this query with a speciality. */
    public Select as(Kind newKind) {
        return new Select(terms, table, condition, groups, having, order, limit, offset, newKind);
    }
}
