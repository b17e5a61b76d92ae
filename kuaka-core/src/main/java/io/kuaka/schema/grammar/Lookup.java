package io.kuaka.schema.grammar;

import io.kuaka.schema.table.TableName;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * Columns of a table that take their values from another table's row, the one that belongs to their own row.
 *
 * @param table the table whose columns change
 * @param source the table that has the values
 * @param alias the name of a row of {@code source}
 * @param values the columns that change, each with the column of {@code source} that has its value
 * @param links the columns of {@code source} by which its row is found, each with the column that has the same value
 */
public record Lookup(
        TableName table, TableName source, String alias, Map<String, String> values, Map<String, String> links) {
    public Lookup {
        values = Collections.unmodifiableMap(new LinkedHashMap<>(values));
        links = Collections.unmodifiableMap(new LinkedHashMap<>(links));
    }
}
