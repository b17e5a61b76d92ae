package io.kuaka.command.project;

import io.kuaka.recorder.OwnNames;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/** Opens connections to one database; a command closes those that it opens. */
@FunctionalInterface
public interface ConnectionSource {
    /** Opens a connection. */
    Connection open() throws SQLException;

    /** Returns what the tables are called in which Kuaka keeps the history of this database. */
    default OwnNames ownNames() {
        return OwnNames.standard();
    }

    /** Returns connections to a database that is looked up on each use. */
    static ConnectionSource lazily(Supplier<ConnectionSource> found) {
        return new ConnectionSource() {
            @Override
            public Connection open() throws SQLException {
                return found.get().open();
            }

            @Override
            public OwnNames ownNames() {
                return found.get().ownNames();
            }
        };
    }

    /** Returns these connections to a database whose history is in a schema or a table of its own, null for the usual. */
    default ConnectionSource withHistoryIn(@Nullable String schema, @Nullable String table) {
        OwnNames names = OwnNames.of(schema, table);
        ConnectionSource source = this;
        return new ConnectionSource() {
            @Override
            public Connection open() throws SQLException {
                return source.open();
            }

            @Override
            public OwnNames ownNames() {
                return names;
            }
        };
    }
}
