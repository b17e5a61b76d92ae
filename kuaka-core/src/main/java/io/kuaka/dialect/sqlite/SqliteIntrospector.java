package io.kuaka.dialect.sqlite;

import io.kuaka.schema.Introspector;
import io.kuaka.schema.Table;
import io.kuaka.state.Sequence;
import java.sql.Connection;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Reads what is there. */
final class SqliteIntrospector implements Introspector {
    @Override
    public List<Table> tables(Connection connection, @Nullable String schema) {
        throw new UnsupportedOperationException("Introspection follows.");
    }

    @Override
    public List<Sequence> sequences(Connection connection, @Nullable String schema) {
        throw new UnsupportedOperationException("Introspection follows.");
    }
}
