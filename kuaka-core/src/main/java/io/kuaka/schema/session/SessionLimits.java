package io.kuaka.schema.session;

import io.kuaka.schema.statement.Sql;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Optional;

/** How a database is told the limits of statements, and how it says that one was reached. */
public interface SessionLimits {
    /** What is limited. */
    enum Kind {
        /** The time that a statement waits for a lock. */
        LOCK,
        /** The time that a statement takes. */
        STATEMENT
    }

    /** How long a limit holds. */
    enum Scope {
        TRANSACTION,
        SESSION
    }

    /** Returns those of a database that has none. */
    static SessionLimits none() {
        return new SessionLimits() {
            @Override
            public Optional<Sql> set(Kind kind, Duration limit, Scope scope) {
                return Optional.empty();
            }

            @Override
            public Optional<Sql> reset(Kind kind) {
                return Optional.empty();
            }

            @Override
            public boolean isLockTimeout(SQLException failure) {
                return false;
            }
        };
    }

    /** Returns the statement that sets a limit, which is more than zero. */
    Optional<Sql> set(Kind kind, Duration limit, Scope scope);

    /** Returns the statement by which a session gets back the limit that is set up for it. */
    Optional<Sql> reset(Kind kind);

    /** Returns whether a statement failed because it didn't get a lock in time. It has changed nothing then. */
    boolean isLockTimeout(SQLException failure);
}
