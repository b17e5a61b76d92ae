package io.kuaka.junit.database;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a database for a test can't be made, copied or dropped. */
public final class TestDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    TestDatabaseException(String attempt, Exception cause) {
        super(
                "Can't " + attempt + " for a test: " + cause.getMessage()
                        + ". The user of the URL needs the right to create and drop databases.",
                cause);
    }

    private TestDatabaseException(String message) {
        super(message);
    }

    static TestDatabaseException withoutDriver() {
        return new TestDatabaseException("Tests of migrations need the driver of H2 or SQLite on the class path,"
                + " or the URL of a server in their annotation.");
    }

    static TestDatabaseException unknown(String dialect) {
        return new TestDatabaseException("Kuaka can't make databases for tests on \"" + dialect
                + "\". It can on PostgreSQL, MariaDB, MySQL, H2 and SQLite.");
    }
}
