package io.kuaka.schema;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;

/** A database in memory of the same kind: the code that is the real database runs in this process anyway. */
public final class MemoryScratch implements Scratch {
    private final Address address;

    /** Gives the JDBC address of a database in memory that works like the one behind a connection. */
    @FunctionalInterface
    public interface Address {
        String like(Connection connection) throws SQLException;
    }

    /** Makes the place. */
    public MemoryScratch(Address address) {
        this.address = address;
    }

    @Override
    public boolean isBesideRealTables() {
        return false;
    }

    @Override
    public <T> T with(Connection connection, Trial<T> trial) throws SQLException {
        try (Connection place = DriverManager.getConnection(address.like(connection))) {
            return trial.in(place);
        }
    }
}
