package io.kuaka.schema.grammar;

import io.kuaka.schema.table.TableName;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A query of one table's rows, whose parts are SQL already.
 *
 * @param terms what is asked of each row
 * @param condition which rows are meant, or null for all
 * @param order the terms by which they are sorted; empty for no order
 * @param limit how many rows are wanted at most, or {@link #ALL}
 */
public record Select(
        List<String> terms, TableName table, @Nullable String condition, List<String> order, int limit) {
    /** Stands for as many rows as there are. */
    public static final int ALL = 0;

    public Select {
        terms = List.copyOf(terms);
        order = List.copyOf(order);
    }

    /** Returns the query of {@code terms} for all rows of a table. */
    public static Select of(TableName table, List<String> terms) {
        return new Select(terms, table, null, List.of(), ALL);
    }

    /** Returns the query for the rows that meet a condition; for all rows where that is null. */
    public Select where(@Nullable String newCondition) {
        return new Select(terms, table, newCondition, order, limit);
    }

    /** Returns the query that sorts the rows. */
    public Select orderBy(List<String> newOrder) {
        return new Select(terms, table, condition, newOrder, limit);
    }

    /** Returns the query for the first rows only. */
    public Select first(int rows) {
        return new Select(terms, table, condition, order, rows);
    }
}
