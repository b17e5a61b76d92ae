package com.example.sqlserver;

import io.kuaka.schema.Introspector;
import io.kuaka.schema.table.Table;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads nothing, for no server is at hand. */
final class SqlServerIntrospector implements Introspector {
    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) {
        throw new UnsupportedOperationException("There is no server to read from.");
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) {
        throw new UnsupportedOperationException("There is no server to read from.");
    }
}
