package io.kuaka.schema.grammar;

import io.kuaka.schema.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query on one table, whose parts are SQL already.
 *
 * @param terms the selected terms
 * @param condition which rows to select; null for all
 * @param order the terms by which they are sorted; empty for no order
 * @param limit the maximum number of rows, or {@link #ALL}
 * @param offset how many rows come before the first one; only with a limit
 * @param isLocking whether nobody else may change the rows until the transaction ends
 */
public record Select(
        List<String> terms,
        TableName table,
        @Nullable String condition,
        List<String> order,
        int limit,
        long offset,
        boolean isLocking) {
    /** Stands for as many rows as there are. */
    public static final int ALL = 0;

    public Select {
        terms = List.copyOf(terms);
        order = List.copyOf(order);
    }

    /** Returns the query of {@code terms} for all rows of a table. */
    public static Select of(TableName table, List<String> terms) {
        return new Select(terms, table, null, List.of(), ALL, 0, false);
    }

    /** Returns this query for the rows that meet a condition; for all rows if it is null. */
    public Select where(@Nullable String newCondition) {
        return new Select(terms, table, newCondition, order, limit, offset, isLocking);
    }

    /** Returns this query with sorted rows. */
    public Select orderBy(List<String> newOrder) {
        return new Select(terms, table, condition, newOrder, limit, offset, isLocking);
    }

    /** Returns this query for the first rows only. */
    public Select first(int rows) {
        return new Select(terms, table, condition, order, rows, 0, isLocking);
    }

    /** Returns this query for some rows after the first {@code skipped}. */
    public Select some(int rows, long skipped) {
        return new Select(terms, table, condition, order, rows, skipped, isLocking);
    }

    /** Returns this query for rows that nobody else may change until the transaction ends. */
    public Select locking() {
        return new Select(terms, table, condition, order, limit, offset, true);
    }
}
