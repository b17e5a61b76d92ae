package io.kuaka.dialect.postgresql;

import io.kuaka.schema.Sessions;
import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Set;
import java.util.TreeSet;

/** Sessions as {@code pg_stat_activity} shows them: a process of the server, and when it started. */
final class PostgresSessions implements Sessions {
    private static final String OWN = "select pid || ' ' || backend_start from pg_stat_activity"
            + " where pid = pg_backend_pid() and backend_start is not null";

    /** Behind a pooler a session outlives its connection, or ends before it. */
    @Override
    public String identity(Connection connection) throws SQLException {
        StringBuilder identity = new StringBuilder();
        CatalogQuery.of(OWN).forEach(connection, row -> identity.append(row.getString(1)));
        boolean isDirect = identity.toString().startsWith(backendOf(connection) + " ");
        return isDirect ? identity.toString() : "";
    }

    /** What the driver was told when it connected: the process itself, or what a pooler made up. */
    private static String backendOf(Connection connection) {
        try {
            ClassLoader loader = connection.getMetaData().getClass().getClassLoader();
            Class<?> driver = Class.forName("org.postgresql.PGConnection", true, loader);
            return String.valueOf(driver.getMethod("getBackendPID").invoke(connection.unwrap(driver)));
        } catch (SQLException | ReflectiveOperationException e) {
            return "unknown";
        }
    }

    /** Others' sessions may be hidden, but never their process ids. */
    @Override
    public Presence presence(Connection connection, String identity) throws SQLException {
        String pid = identity.substring(0, Math.max(0, identity.indexOf(' ')));
        if (pid.isEmpty()) {
            return Presence.UNKNOWN;
        }
        Set<Presence> found = new TreeSet<>();
        CatalogQuery.of(
                        "select pid || ' ' || backend_start, state from pg_stat_activity where pid = cast(? as integer)",
                        pid)
                .forEach(connection, row -> found.add(presence(identity, row.getString(1), row.getString(2))));
        return found.stream().findFirst().orElse(Presence.GONE);
    }

    private static Presence presence(String identity, String present, String state) {
        if (present != null && !present.equals(identity)) {
            return Presence.GONE;
        }
        return "active".equals(state) ? Presence.WORKING : Presence.UNKNOWN;
    }
}
