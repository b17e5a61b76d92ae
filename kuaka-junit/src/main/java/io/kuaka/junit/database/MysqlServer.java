package io.kuaka.junit.database;

import java.sql.Connection;
import java.sql.SQLException;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Databases on a server of MariaDB or MySQL. They are copied as a dump would: the server's own words for each table, then
 * the rows, then triggers and views. Routines and events aren't copied.
 */
final class MysqlServer extends TestServer {
    private final ServerUrl server;

    MysqlServer(ServerUrl server) {
        this.server = server;
    }

    @Override
    TestDatabase create(String name) throws SQLException {
        try (Connection connection = server.connect()) {
            execute(connection, "create database " + name);
        }
        return new TestDatabase(this, name, server.withDatabase(name).dataSource());
    }

    @Override
    TestDatabase copy(TestDatabase original, String name) throws SQLException {
        TestDatabase copy = create(name);
        try (Connection connection = copy.dataSource().getConnection()) {
            new Copy(connection, original.name(), name).run();
        }
        return copy;
    }

    @Override
    void drop(TestDatabase database) throws SQLException {
        try (Connection connection = server.connect()) {
            execute(connection, "drop database if exists " + database.name());
        }
    }

    /** One copy, on a connection to the new database. */
    private record Copy(Connection connection, String from, String to) {
        private static final Pattern DEFINER = Pattern.compile("DEFINER=`[^`]*`(@`[^`]*`)? ");

        void run() throws SQLException {
            execute(connection, "set foreign_key_checks = 0");
            for (String sequence : names("SEQUENCE")) {
                execute(connection, created("sequence", sequence, 2));
                String next = first("select next_not_cached_value from " + quoted(from) + "." + quoted(sequence), 1);
                execute(connection, "alter sequence " + quoted(sequence) + " restart " + next);
            }
            List<String> tables = names("BASE TABLE");
            for (String table : tables) {
                execute(connection, created("table", table, 2));
            }
            for (String table : tables) {
                rows(table);
            }
            for (String trigger : list("select trigger_name from information_schema.triggers"
                    + " where trigger_schema = '" + from + "' order by action_order")) {
                execute(connection, created("trigger", trigger, 3));
            }
            for (String view : names("VIEW")) {
                execute(connection, created("view", view, 2).replace(quoted(from) + ".", quoted(to) + "."));
            }
            execute(connection, "set foreign_key_checks = 1");
        }

        private List<String> names(String kind) throws SQLException {
            return list("select table_name from information_schema.tables where table_schema = '" + from
                    + "' and table_type = '" + kind + "' order by table_name");
        }

        private String created(String kind, String name, int column) throws SQLException {
            String sql = first("show create " + kind + " " + quoted(from) + "." + quoted(name), column);
            // Whoever copies becomes the owner of views and triggers.
            return DEFINER.matcher(sql).replaceFirst("");
        }

        /** Generated columns can't be written. */
        private void rows(String table) throws SQLException {
            List<String> columns = list("select column_name from information_schema.columns where table_schema = '"
                            + from + "' and table_name = '" + table.replace("'", "''")
                            + "' and coalesce(generation_expression, '') = '' order by ordinal_position")
                    .stream()
                    .map(Copy::quoted)
                    .toList();
            String written = String.join(", ", columns);
            execute(
                    connection,
                    "insert into " + quoted(table) + " (" + written + ") select " + written + " from " + quoted(from)
                            + "." + quoted(table));
        }

        private static String quoted(String name) {
            return "`" + name.replace("`", "``") + "`";
        }

        private String first(String sql, int column) throws SQLException {
            return TestServer.list(connection, sql, column).get(0);
        }

        private List<String> list(String sql) throws SQLException {
            return TestServer.list(connection, sql, 1);
        }
    }
}
