package io.kuaka.dialect.postgresql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code lock_timeout} and {@code statement_timeout}. Behind a pooler only {@code set local} is safe. */
final class PostgresLimits implements SessionLimits {
    /** The error code lock_not_available. */
    private static final String LOCK_NOT_AVAILABLE = "55P03";

    private static final String SETTINGS =
            "select format('select set_config(''lock_timeout'', %L, false), set_config(''statement_timeout'', %L, false)',"
                    + " current_setting('lock_timeout'), current_setting('statement_timeout'))";

    /** Returns the statements that set the limits to what they are now. */
    static List<Sql> restoring(Connection connection) throws SQLException {
        List<Sql> statements = new ArrayList<>();
        CatalogQuery.of(SETTINGS).forEach(connection, row -> statements.add(Sql.setting(row.getString(1))));
        return statements;
    }

    @Override
    public Optional<Sql> set(Kind kind, Duration limit, Scope scope) {
        String words =
                switch (scope) {
                    case TRANSACTION -> "set local ";
                    case SESSION -> "set ";
                };
        String time = limit.toMillis() % 1000 == 0 ? limit.toSeconds() + "s" : limit.toMillis() + "ms";
        return Optional.of(Sql.setting(words + name(kind) + " = '" + time + "'"));
    }

    @Override
    public Optional<Sql> reset(Kind kind) {
        return Optional.of(Sql.setting("reset " + name(kind)));
    }

    @Override
    public boolean isLockTimeout(SQLException failure) {
        return LOCK_NOT_AVAILABLE.equals(failure.getSQLState());
    }

    private static String name(Kind kind) {
        return switch (kind) {
            case LOCK -> "lock_timeout";
            case STATEMENT -> "statement_timeout";
        };
    }
}
