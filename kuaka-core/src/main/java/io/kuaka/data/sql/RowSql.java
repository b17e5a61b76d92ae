package io.kuaka.data.sql;

import io.kuaka.state.ColumnType;
import java.util.List;

/** A statement that is run for many rows, and the types of its parameters. */
public record RowSql(String text, List<ColumnType> types) {
    public RowSql {
        types = List.copyOf(types);
    }
}
