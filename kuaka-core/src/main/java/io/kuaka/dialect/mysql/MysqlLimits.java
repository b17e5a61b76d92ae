package io.kuaka.dialect.mysql;

import io.kuaka.schema.jdbc.CatalogQuery;
import io.kuaka.schema.session.SessionLimits;
import io.kuaka.schema.statement.Sql;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** The limits of a session. That for locks is about metadata locks, in whole seconds. */
record MysqlLimits(ServerFlavor flavor) implements SessionLimits {
    /** The error code ER_LOCK_WAIT_TIMEOUT. */
    private static final int LOCK_WAIT_TIMEOUT = 1205;

    private static final long MILLIS_PER_SECOND = 1000;

    /** Returns the statements that set the limits to what they are now. */
    List<Sql> restoring(Connection connection) throws SQLException {
        String lock = name(Kind.LOCK);
        String statement = name(Kind.STATEMENT);
        List<Sql> statements = new ArrayList<>();
        CatalogQuery.of("select concat('set session " + lock + " = ', @@" + lock + ", ', " + statement + " = ', @@"
                        + statement + ")")
                .forEach(connection, row -> statements.add(Sql.setting(row.getString(1))));
        return statements;
    }

    @Override
    public Optional<Sql> set(Kind kind, Duration limit, Scope scope) {
        String value =
                switch (kind) {
                    case LOCK -> String.valueOf(roundedUp(limit));
                    case STATEMENT -> statementLimit(limit);
                };
        return Optional.of(Sql.setting("set session " + name(kind) + " = " + value));
    }

    private static long roundedUp(Duration limit) {
        return (limit.toMillis() + MILLIS_PER_SECOND - 1) / MILLIS_PER_SECOND;
    }

    private String statementLimit(Duration limit) {
        return switch (flavor) {
            case MYSQL -> String.valueOf(limit.toMillis());
            case MARIADB ->
                limit.toMillis() % MILLIS_PER_SECOND == 0
                        ? String.valueOf(limit.toSeconds())
                        : String.format(Locale.ROOT, "%.3f", (double) limit.toMillis() / MILLIS_PER_SECOND);
        };
    }

    @Override
    public Optional<Sql> reset(Kind kind) {
        return Optional.of(Sql.setting("set session " + name(kind) + " = default"));
    }

    @Override
    public boolean isLockTimeout(SQLException failure) {
        return failure.getErrorCode() == LOCK_WAIT_TIMEOUT;
    }

    private String name(Kind kind) {
        return switch (kind) {
            case LOCK -> "lock_wait_timeout";
            case STATEMENT -> flavor.statementLimit();
        };
    }
}
