package io.kuaka.dialect.mysql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.Surroundings;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Replicas and Galera. */
final class MysqlSurroundings {
    private static final String READ_ONLY =
            "This server is read-only (read_only is on), as replicas are. Migrate on the" + " server that it copies.";
    private static final String CLUSTER =
            "This is a node of a Galera cluster: a schema change blocks writes to all tables"
                    + " on all nodes while it runs, and sequences give the same number on two nodes.";

    private MysqlSurroundings() {}

    static Surroundings of(Connection connection) throws SQLException {
        Map<String, String> settings =
                read(connection, "show variables where variable_name in ('read_only', 'wsrep_on', 'wsrep_sync_wait')");
        if (isOn(settings, "read_only")) {
            return Surroundings.refusing(READ_ONLY);
        }
        return isOn(settings, "wsrep_on")
                ? ofNode(connection, settings.getOrDefault("wsrep_sync_wait", "0"))
                : Surroundings.of(connection);
    }

    /** A node may be behind what another one has committed, unless it is told to wait. */
    private static Surroundings ofNode(Connection connection, String syncWait) throws SQLException {
        Map<String, String> state =
                read(connection, "show status where variable_name in ('wsrep_ready', 'wsrep_cluster_status')");
        boolean isPrimary = state.getOrDefault("wsrep_cluster_status", "").equalsIgnoreCase("primary");
        String refusal = isOn(state, "wsrep_ready") && isPrimary
                ? ""
                : "This node isn't a working part of its Galera cluster (wsrep_ready, wsrep_cluster_status). Migrate on a"
                        + " node that is.";
        return new Surroundings(
                refusal,
                List.of(CLUSTER),
                false,
                List.of(Sql.setting("set session wsrep_sync_wait = 15")),
                List.of(Sql.setting("set session wsrep_sync_wait = " + syncWait)));
    }

    private static boolean isOn(Map<String, String> values, String name) {
        return values.getOrDefault(name, "").equalsIgnoreCase("on");
    }

    private static Map<String, String> read(Connection connection, String query) throws SQLException {
        Map<String, String> values = new HashMap<>();
        CatalogQuery.of(query)
                .forEach(connection, row -> values.put(row.getString(1).toLowerCase(Locale.ROOT), row.getString(2)));
        return values;
    }
}
