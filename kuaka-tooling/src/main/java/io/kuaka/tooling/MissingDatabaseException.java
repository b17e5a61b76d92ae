package io.kuaka.tooling;

import io.kuaka.base.MigrationException;
import java.io.Serial;

/** A command needs a database, and nobody said which. */
public final class MissingDatabaseException extends MigrationException {
    @Serial
    private static final long serialVersionUID = 1L;

    MissingDatabaseException() {
        super("No database is configured. Set --url jdbc:…, KUAKA_URL in the environment, \"url\" in kuaka.properties,"
                + " spring.datasource.url in application.properties or application.yml, or"
                + " jakarta.persistence.jdbc.url in persistence.xml.");
    }
}
