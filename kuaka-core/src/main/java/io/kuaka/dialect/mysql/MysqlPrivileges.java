package io.kuaka.dialect.mysql;

import io.kuaka.schema.jdbc.CatalogQuery;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;

/**
 * What a user may do to the tables of a schema: section "Privileges Provided by MySQL" of the manual, and the tables
 * {@code user_privileges} and {@code schema_privileges} of {@code information_schema}.
 *
 * <p>Privileges of an active role don't show there, and neither does anything if the server runs without grant tables:
 * then nothing is said to be missing.
 */
final class MysqlPrivileges {
    private static final List<String> NEEDED =
            List.of("SELECT", "INSERT", "UPDATE", "DELETE", "CREATE", "DROP", "REFERENCES", "INDEX", "ALTER");

    private static final String GRANTEE = "concat('''', substring_index(current_user(), '@', 1), '''@''',"
            + " substring_index(current_user(), '@', -1), '''')";

    private MysqlPrivileges() {}

    static List<String> missing(Connection connection) throws SQLException {
        List<String> granted = new ArrayList<>();
        CatalogQuery.of("select privilege_type from information_schema.user_privileges where grantee = " + GRANTEE
                        + " union select privilege_type from information_schema.schema_privileges where grantee = "
                        + GRANTEE + " and database() like table_schema")
                .forEach(connection, row -> granted.add(row.getString(1)));
        if (granted.isEmpty() || hasRole(connection)) {
            return List.of();
        }
        List<String> missing =
                NEEDED.stream().filter(each -> !granted.contains(each)).toList();
        return missing.isEmpty()
                ? List.of()
                : List.of(String.join(", ", missing) + " on schema \"" + connection.getCatalog() + "\"");
    }

    private static boolean hasRole(Connection connection) throws SQLException {
        List<String> roles = new ArrayList<>();
        CatalogQuery.of("select current_role()")
                .forEach(connection, row -> roles.add(Objects.requireNonNullElse(row.getString(1), "NONE")));
        return !roles.equals(List.of("NONE"));
    }
}
