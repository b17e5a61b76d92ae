package io.kuaka.junit.database;

import java.sql.Connection;
import java.sql.SQLException;

/** Databases on a server of PostgreSQL, which copies its files. */
final class PostgresServer extends TestServer {
    private final ServerUrl server;

    PostgresServer(ServerUrl server) {
        this.server = server;
    }

    @Override
    TestDatabase create(String name) throws SQLException {
        return create(name, "create database " + name);
    }

    @Override
    TestDatabase copy(TestDatabase original, String name) throws SQLException {
        return create(name, "create database " + name + " template " + original.name());
    }

    private TestDatabase create(String name, String sql) throws SQLException {
        try (Connection connection = server.connect()) {
            execute(connection, sql);
        }
        return new TestDatabase(this, name, server.withDatabase(name).dataSource());
    }

    /** A test may have left connections open. */
    @Override
    void drop(TestDatabase database) throws SQLException {
        try (Connection connection = server.connect()) {
            execute(connection, "drop database if exists " + database.name() + " with (force)");
        }
    }
}
