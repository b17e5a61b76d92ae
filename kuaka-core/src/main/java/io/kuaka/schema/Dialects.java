package io.kuaka.schema;

import java.sql.Connection;
import java.sql.DatabaseMetaData;
import java.sql.SQLException;
import java.util.Comparator;
import java.util.List;
import java.util.ServiceLoader;
import java.util.function.Predicate;

/** Finds the dialect for a database among those on the class path. */
public final class Dialects {
    private Dialects() {}

    /** Every connection asks for its dialect, and looking into all of a large class path takes milliseconds. */
    private static final class Found {
        static final List<Dialect> ALL = ServiceLoader.load(Dialect.class, Dialects.class.getClassLoader()).stream()
                .map(ServiceLoader.Provider::get)
                .sorted(Comparator.comparing(Dialect::name))
                .toList();
    }

    /** Returns all dialects, in the order of their names. */
    public static List<Dialect> all() {
        return Found.ALL;
    }

    /**
     * Returns the dialect for a JDBC URL.
     *
     * @throws UnknownDatabaseException when no dialect accepts it
     */
    public static Dialect forUrl(String jdbcUrl) {
        return find(dialect -> dialect.accepts(jdbcUrl), withoutSecrets(jdbcUrl));
    }

    /**
     * Returns the dialect for a connection and the version of its server: by the URL or, if a pool or proxy has a URL
     * of its own, by the product behind it.
     *
     * @throws UnknownDatabaseException when there is none
     */
    public static Dialect of(Connection connection) throws SQLException {
        DatabaseMetaData server = connection.getMetaData();
        String url = server.getURL();
        String product = server.getDatabaseProductName();
        Dialect dialect = all().stream()
                .filter(each -> each.accepts(url))
                .findFirst()
                .orElseGet(() -> find(each -> each.isBehind(product), withoutSecrets(url)));
        return dialect.refine(connection);
    }

    /**
     * Returns the dialect {@code name}.
     *
     * @throws UnknownDatabaseException when there is none
     */
    public static Dialect named(String name) {
        return find(dialect -> dialect.name().equals(name), name);
    }

    private static Dialect find(Predicate<Dialect> matches, String wanted) {
        List<Dialect> dialects = all();
        return dialects.stream()
                .filter(matches)
                .findFirst()
                .orElseThrow(() -> new UnknownDatabaseException(
                        wanted, dialects.stream().map(Dialect::name).toList()));
    }

    /** URLs may hold a user and a password, depending on the driver; a message needs only the scheme. */
    private static String withoutSecrets(String jdbcUrl) {
        int jdbc = jdbcUrl.indexOf(':');
        int end = jdbcUrl.indexOf(':', jdbc + 1);
        return end < 0 ? "…" : jdbcUrl.substring(0, end) + ":…";
    }
}
