package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** Thrown when a command needs a database and none is configured. */
public final class MissingDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingDatabaseException() {
        super("No database is configured. Set --url jdbc:…, KUAKA_URL in the environment, \"url\" in kuaka.properties,"
                + " spring.datasource.url in application.properties or application.yml, or"
                + " jakarta.persistence.jdbc.url in persistence.xml.");
    }
}
