package io.kuaka.dialect.postgresql;

import io.kuaka.schema.Sessions;
import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.Blocker;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
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
        boolean isDirect = identity.toString().startsWith(PostgresBackend.stated(connection) + " ");
        return isDirect ? identity.toString() : "";
    }

    /** Others' sessions may be hidden, but never their process ids. */
    @Override
    public Presence presence(Connection connection, String identity) throws SQLException {
        String pid = pid(identity);
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

    /** Those that wait in the same queue and came before count as well. */
    @Override
    public List<Blocker> blockers(Connection connection, String identity) throws SQLException {
        List<Blocker> blockers = new ArrayList<>();
        CatalogQuery.of(
                        "select pid, coalesce(usename, ''), coalesce(cast(xact_start as text), ''), coalesce(query, '')"
                                + " from pg_stat_activity where pid = any(pg_blocking_pids(cast(? as integer))) order by"
                                + " xact_start, pid",
                        pid(identity))
                .forEach(
                        connection,
                        row -> blockers.add(new Blocker(
                                row.getString(1), row.getString(2), row.getString(3), row.getString(4), true)));
        return blockers;
    }

    private static String pid(String identity) {
        return identity.substring(0, Math.max(0, identity.indexOf(' ')));
    }

    private static Presence presence(String identity, String present, String state) {
        if (present != null && !present.equals(identity)) {
            return Presence.GONE;
        }
        return "active".equals(state) ? Presence.WORKING : Presence.UNKNOWN;
    }
}
