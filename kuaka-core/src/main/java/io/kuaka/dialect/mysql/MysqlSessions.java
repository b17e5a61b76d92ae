package io.kuaka.dialect.mysql;

import io.kuaka.schema.Sessions;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Sessions as the process list of one server shows them. Those of other users may be hidden.
 *
 * <p>The numbers of sessions begin again when the server starts, so an identity has the second of that as well.
 */
record MysqlSessions(ServerFlavor flavor) implements Sessions {
    private static final String SERVER = "concat(@@hostname, ':', @@port, ' ', current_user(), ' ')";

    /** A proxy may have ids of its own, which the server doesn't list. */
    @Override
    public String identity(Connection connection) throws SQLException {
        StringBuilder identity = new StringBuilder();
        CatalogQuery.of("select concat(" + SERVER + ", " + start()
                        + ", ' ', id) from information_schema.processlist where id = connection_id()")
                .forEach(connection, row -> identity.append(row.getString(1)));
        return identity.toString();
    }

    /** Both come from the clock at the beginning of the statement, so the difference is always the same. */
    private String start() {
        String status =
                switch (flavor) {
                    case MYSQL -> "performance_schema";
                    case MARIADB -> "information_schema";
                };
        return "(select unix_timestamp() - cast(variable_value as signed) from " + status
                + ".global_status where variable_name = 'Uptime')";
    }

    @Override
    public Presence presence(Connection connection, String identity) throws SQLException {
        int end = identity.lastIndexOf(' ') + 1;
        int start = identity.lastIndexOf(' ', end - 2) + 1;
        StringBuilder server = new StringBuilder();
        StringBuilder now = new StringBuilder();
        CatalogQuery.of("select " + SERVER + ", " + start()).forEach(connection, row -> {
            server.append(row.getString(1));
            now.append(row.getString(2)).append(' ');
        });
        if (start == 0 || !identity.substring(0, start).contentEquals(server)) {
            return Presence.UNKNOWN;
        }
        if (!identity.substring(start, end).contentEquals(now)) {
            return Presence.GONE;
        }
        Set<Presence> found = new TreeSet<>();
        CatalogQuery.of("select command from information_schema.processlist where id = ?", identity.substring(end))
                .forEach(
                        connection,
                        row -> found.add("Sleep".equals(row.getString(1)) ? Presence.UNKNOWN : Presence.WORKING));
        return found.stream().findFirst().orElse(Presence.GONE);
    }

    /** MariaDB doesn't say who holds a lock, and neither does MySQL without its performance schema. */
    @Override
    public List<Blocker> blockers(Connection connection, String identity) throws SQLException {
        String own = identity.substring(identity.lastIndexOf(' ') + 1);
        List<Blocker> certain =
                switch (flavor) {
                    case MYSQL -> blockers(MysqlCatalog.HOLDERS, connection, own);
                    case MARIADB -> List.of();
                };
        return certain.isEmpty() ? blockers(MysqlCatalog.IN_TRANSACTIONS, connection, own) : certain;
    }

    private static List<Blocker> blockers(String query, Connection connection, String own) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        CatalogQuery.of(query, own)
                .forEach(
                        connection,
                        row -> blockers.add(new Blocker(
                                row.getString(1),
                                row.getString(2),
                                row.getString(3),
                                row.getString(4),
                                row.getBoolean(5))));
        return blockers;
    }
}
